import { symptomQuestions } from "../../server/contract/symptom-questions.ts";
import type { TicketInput } from "../../server/contract/types.ts";
import type { WidgetContext } from "../context.ts";
import { moment } from "../look/moment.ts";
import type { Draft } from "./draft.ts";

/** "I cannot sign in: wrong password". */
function describeSymptom({ text }: WidgetContext, { symptom, answers }: Pick<Draft, "symptom" | "answers">) {
  const given = answers[symptomQuestions[symptom].question];
  const words: Record<string, string> = text.report.answers[symptom];
  const answer = given && words[given];
  const name = text.symptoms[symptom];
  return answer ? text.report.said(name, answer) : name;
}

/** A report in a few lines, to be read out or mailed when it cannot be sent. */
export function describeReport(context: WidgetContext, report: TicketInput): string[] {
  const { text } = context;
  const { symptom, answers = {}, neededBy, message, reporter, page, environment } = report;
  const place = [page && `${text.unsent.page} ${page.route}`, environment?.browser, environment?.system];
  return [
    describeSymptom(context, { symptom, answers }),
    answers["pasted"],
    message,
    neededBy && text.thread.neededBy(moment(text, neededBy)),
    reporter.email,
    reporter.phone,
    place.filter(Boolean).join(", "),
  ].flatMap((line) => line || []);
}
