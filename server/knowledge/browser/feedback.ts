/**
 * "Was this article helpful?", answered without leaving the page. The forms work without it; with it the human check is
 * a proof of work that the browser does while a person writes.
 */
import { solveChallenge } from "altcha-lib";
import { deriveKey } from "altcha-lib/algorithms/web/pbkdf2";
import type { Challenge, FeedbackInput, FeedbackReason } from "../../contract/feedback.ts";
import type { ProblemBody } from "../../contract/problem-codes.ts";

const section = document.querySelector<HTMLElement>("section.feedback[data-slug]");
// On a page without TLS a browser hides what we solve with: there the plain forms stay what they are.
if (section && isSecureContext) listen(section);

function listen(section: HTMLElement): void {
  const { slug, verifying, selectReason, failed, thanks, sent } = section.dataset;
  const status = section.querySelector("[role=status]");
  let id = crypto.randomUUID();
  let solving: Promise<FeedbackInput["proof"] | undefined> | undefined;
  let isSending = false;

  // Who opens the form is about to write: by the time they send, the work is done.
  section.querySelector("details")?.addEventListener("toggle", () => void solve());

  section.addEventListener("change", () => forgetMends(section));
  section.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement) || isSending) return;
    const form = new FormData(event.target, event.submitter);
    forgetMends(section);
    say("");
    if (form.get("helpful") === "no" && !form.has("reasons")) mend(section, "reasons", selectReason);
    else void send(form);
  });

  async function send(form: FormData): Promise<void> {
    const isHelpful = form.get("helpful") === "yes";
    isSending = true;
    say(verifying);
    const answer = await post(form, isHelpful).catch(() => undefined);
    isSending = false;
    if (answer === undefined) return say(failed);
    if (answer === "sent") return thank(section, isHelpful ? thanks : sent);
    // A check that was refused is of no more use: the next press makes another.
    if (answer.code.startsWith("proof-")) solving = undefined;
    if (answer.code === "proof-used") id = crypto.randomUUID();
    say(answer.field ? "" : answer.detail);
    if (answer.field) mend(section, answer.field, answer.detail);
  }

  async function post(form: FormData, isHelpful: boolean): Promise<"sent" | ProblemBody | undefined> {
    const proof = await solve();
    if (!proof) return undefined;
    const typed = (name: string) => String(form.get(name) ?? "").trim() || undefined;
    const input: FeedbackInput = {
      id,
      locale: document.documentElement.lang,
      version: String(form.get("version")),
      isHelpful,
      reasons: form.getAll("reasons").map(String) as FeedbackReason[], // the values that the page offers
      comment: typed("comment"),
      email: typed("email"),
      proof,
    };
    const response = await fetch(`/api/articles/${slug}/feedback?locale=${input.locale}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    return response.ok ? "sent" : ((await response.json()) as ProblemBody); // our own server wrote it
  }

  function solve(): Promise<FeedbackInput["proof"] | undefined> {
    // What failed is tried again by the next press.
    solving ??= fetchProof().catch(() => (solving = undefined));
    return solving;
  }

  function say(sentence = ""): void {
    if (status) status.textContent = sentence;
  }
}

async function fetchProof(): Promise<FeedbackInput["proof"] | undefined> {
  const response = await fetch("/api/captcha");
  if (!response.ok) throw new Error("no challenge");
  const challenge = (await response.json()) as Challenge; // our own server wrote it
  // The browser derives keys beside the page, so nothing on it stands still.
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error("not solved in time");
  return { challenge, solution };
}

/** Says what to mend beside its field, as the server's page does, and leads there. */
function mend(section: HTMLElement, field: string, sentence = ""): void {
  const input = section.querySelector<HTMLInputElement>(`[name="${field}"]`);
  const described = input?.closest("fieldset") ?? input;
  const note = document.createElement("p");
  note.className = "mend critical";
  note.id = `${field}-mend`;
  note.textContent = sentence;
  (input?.closest(".chips") ?? input)?.before(note);
  described?.setAttribute(
    "aria-describedby",
    [note.id, described.getAttribute("aria-describedby")].filter(Boolean).join(" "),
  );
  input?.focus();
}

function forgetMends(section: HTMLElement): void {
  for (const note of section.querySelectorAll(".mend")) {
    const described = section.querySelector(`[aria-describedby~="${note.id}"]`);
    const others = described?.getAttribute("aria-describedby")?.replace(note.id, "").trim();
    if (others) described?.setAttribute("aria-describedby", others);
    else described?.removeAttribute("aria-describedby");
    note.remove();
  }
}

/** In the form's place; focus goes along, so that it is read out. */
function thank(section: HTMLElement, sentence = ""): void {
  const thanks = document.createElement("p");
  thanks.className = "ok";
  thanks.tabIndex = -1;
  thanks.append(Object.assign(document.createElement("b"), { textContent: sentence }));
  section.removeAttribute("aria-labelledby");
  section.replaceChildren(thanks);
  thanks.focus();
}
