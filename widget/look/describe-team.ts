import type { TeamContact } from "../../server/contract/types.ts";
import type { FirstText } from "../text/text.ts";
import { moment } from "./moment.ts";

/** "Paris support, open until 19:00", with "your time" where the team's clock shows another hour. */
export function describeTeam(text: FirstText, team: TeamContact): string {
  const { foot } = text;
  if (!team.changesAt) return team.name;
  const at = new Date(team.changesAt);
  const when = team.isOpen ? text.time(at) : moment(text, at);
  const isElsewhere = hourIn(team.timeZone, at) !== hourIn(undefined, at);
  return (team.isOpen ? foot.open : foot.closed)(team.name, isElsewhere ? foot.yourTime(when) : when);
}

function hourIn(timeZone: string | undefined, at: Date): string {
  return at.toLocaleTimeString("en", { timeZone, hour: "numeric", minute: "2-digit" });
}
