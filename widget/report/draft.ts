import type { Symptom } from "../../server/contract/symptoms.ts";
import type { CanWork, Scope } from "../../server/contract/types.ts";
import type { WidgetContext } from "../context.ts";
import { kept } from "../device.ts";
import type { ReportStart } from "../views.ts";
import type { Group } from "./groups.ts";

/** A report in the making. It survives a reload of the page in this tab. */
export interface Draft {
  /** Made with the draft, so that sending it twice, even across a reload, is one ticket. */
  id: string;
  accessToken: string;
  symptom: Symptom;
  answers: Record<string, string>;
  canWork?: CanWork;
  scope?: Scope;
  neededBy?: string;
  message?: string;
  email?: string;
  phone?: string;
  finding?: ReportStart["finding"];
  leftOut: Group[];
}

export function readDraft({ tab }: WidgetContext): Draft | undefined {
  // We alone write there; a draft of another version lacks at most optional fields.
  return tab.read(kept.draft) as Draft | undefined;
}

export function keepDraft({ tab }: WidgetContext, draft: Draft): void {
  tab.write(kept.draft, draft);
}

export function dropDraft({ tab }: WidgetContext): void {
  tab.remove(kept.draft);
  tab.remove(kept.guide); // its path has gone with it
}

/** Another tile keeps what was said of the person and in words; its answers belong to the old question. */
export function startDraft(context: WidgetContext, start: ReportStart): Draft {
  const draft = readDraft(context);
  const { tab } = context;
  // The report takes over: nobody is brought back to the guide. We alone write there.
  const guide = tab.read(kept.guide) as object | undefined;
  if (guide) tab.write(kept.guide, { ...guide, isOver: true });
  const { symptom, message = draft?.message, isUrgent, finding } = start;
  const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
  return {
    ...(draft ?? newDraft()),
    symptom,
    message,
    finding,
    neededBy: isUrgent ? inAnHour : draft?.neededBy,
    answers: draft?.symptom === symptom ? draft.answers : {},
  };
}

function newDraft() {
  return { id: crypto.randomUUID(), accessToken: newAccessToken(), leftOut: [] };
}

/** 128 random bits, base64url. */
function newAccessToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}
