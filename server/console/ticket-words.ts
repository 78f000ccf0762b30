import { symptomQuestions } from "../contract/symptom-questions.ts";
import { type Symptom, signInSymptoms } from "../contract/symptoms.ts";
import type { CheckResult, Locale } from "../contract/types.ts";
import { text } from "../text/text.ts";
import { causeLabel } from "../tickets/causes.ts";
import type { AuditEntry, DeskTicket } from "../tickets/desk.ts";
import { isOver } from "../tickets/states.ts";
import { type Reader, sayDuration, sayNear } from "./say-time.ts";
import { teamName } from "./teams.ts";

/** Who cannot do what, until when: the first thing that is read of a ticket. */
export function sentenceOf(ticket: DeskTicket, now: Date, reader: Reader): string {
  const words = text(reader.locale).console.ticket;
  const name = whoOf(ticket, reader.locale);
  const isMany = ticket.scope === "several" || ticket.scope === "all";
  const who = { several: words.andOthers(name), all: words.andAll(name), me: name, unknown: name }[
    ticket.scope
  ];
  const predicate = words.doesByAnswer[answerCode(ticket) ?? ""] ?? words.does[ticket.symptom];
  const isBlocked = ticket.canWork === "no" && !signInSymptoms.includes(ticket.symptom);
  const does = [predicate, ...(isBlocked ? [words.andIsBlocked] : [])].map(([one, many]) =>
    isMany ? many : one,
  );
  return [`${who} ${does.join(" ")}.`, ...untilWhen(ticket, now, reader)].join(" ");
}

function untilWhen({ neededBy, state }: DeskTicket, now: Date, reader: Reader): string[] {
  if (neededBy === null || isOver(state)) return [];
  const words = text(reader.locale).console.ticket;
  const left = neededBy.getTime() - now.getTime();
  const time = sayNear(neededBy, now, reader);
  return [left > 0 ? words.neededIn(time, sayDuration(left, reader.locale)) : words.wasNeeded(time)];
}

/** The reporter by the best name that is known. */
export function whoOf({ reporter }: Pick<DeskTicket, "reporter">, locale: Locale): string {
  return reporter.name ?? reporter.email ?? reporter.phone ?? text(locale).console.ticket.somebody;
}

/** What the reporter chose in the form: "sms_code.nothing_arrives". */
function answerCode(ticket: { symptom: Symptom; answers: Record<string, string> }): string | undefined {
  const answer = ticket.answers[symptomQuestions[ticket.symptom].question];
  return answer === undefined ? undefined : `${ticket.symptom}.${answer}`;
}

/** The same in the reader's words. */
export function answerLabel(ticket: DeskTicket, locale: Locale): string | undefined {
  return text(locale).console.ticket.answers[answerCode(ticket) ?? ""];
}

/** The form's answers in words; what was typed (a pasted error message) as it was typed. */
export function answersOf(ticket: DeskTicket, locale: Locale): string[] {
  const labels = text(locale).console.ticket.answers;
  const { question } = symptomQuestions[ticket.symptom];
  return Object.entries(ticket.answers).map(([name, answer]) => {
    if (name === "finding") return labels["finding"] ?? answer;
    return name === question ? (answerLabel(ticket, locale) ?? answer) : answer;
  });
}

/** Until when the customer's sign-in certificate was found to be valid. */
export function certificateEnd(checks: readonly CheckResult[]): Date | undefined {
  const value = checks.find(({ id }) => id === "cert")?.value;
  const end = typeof value === "object" && value !== null ? value["expiresOn"] : undefined;
  const date = typeof end === "string" ? new Date(end) : undefined;
  return date && !Number.isNaN(date.getTime()) ? date : undefined;
}

/** People's names by how the log names them. */
export type ActorNames = ReadonlyMap<string, string>;

export function actorName(actor: string, names: ActorNames, locale: Locale): string {
  const words = text(locale).console.ticket;
  const [kind = "", name = ""] = actor.split(/ (.*)/);
  if (kind === "key") return words.key(name);
  return words.actors[actor] ?? names.get(actor) ?? (name || actor);
}

/** What a line of the log says that somebody did. */
export function actionOf({ action, detail }: AuditEntry, names: ActorNames, locale: Locale): string {
  const words = text(locale).console.ticket;
  const { actions, states } = words;
  // The log's details were written by the desk's verbs; an old line may lack one.
  const said = (name: string) => (typeof detail[name] === "string" ? detail[name] : undefined);
  const stateName = (name: string | undefined) =>
    name !== undefined && Object.hasOwn(states, name) ? states[name as keyof typeof states] : (name ?? "");
  switch (action) {
    case "opened":
      return actions.opened;
    case "qualified":
      return actions.qualified(causeLabel(said("cause") ?? "", locale));
    case "assigned": {
      const team = said("team");
      const assignee = said("assignee");
      const to = [
        ...(team === undefined ? [] : [teamName(team, locale)]),
        ...(assignee === undefined ? [] : [names.get(`agent ${assignee}`) ?? assignee]),
      ];
      return to.length === 0 ? actions.unassigned : actions.assigned(to.join(", "));
    }
    case "moved":
      return [
        actions.moved(stateName(said("from")), stateName(said("to"))),
        ...[said("reason"), said("fix")].filter((why) => why !== undefined),
      ].join(": ");
    case "replied":
      return actions.replied;
    case "noted":
      return actions.noted;
    case "requalified":
      return `${actions.requalified(causeLabel(said("cause") ?? "", locale))}: ${said("reason") ?? ""}`;
    case "confirmed":
      return actions.confirmed;
    case "viewed":
      return actions.viewed;
    default:
      return action;
  }
}
