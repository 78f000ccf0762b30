import type { ProblemCode } from "../../contract/problem-codes.ts";

/** For each failure: its name, and a sentence that says what the reader can do next. */
export const problems: Record<ProblemCode, { title: string; detail: string }> = {
  "body-not-json": {
    title: "The body is not JSON",
    detail: "Send a JSON object with the header Content-Type: application/json.",
  },
  "body-too-large": {
    title: "Too large",
    detail: "Shorten the text or leave details out.",
  },
  "input-invalid": {
    title: "A field is not valid",
    detail: "Correct the named field: /openapi.json describes its shape.",
  },
  "site-unknown": { title: "Unknown site", detail: "Use a site from the console's Sites page as data-site." },
  "site-disabled": {
    title: "Help is switched off here",
    detail: "Call or write to your support team; an agent can switch this site on again.",
  },
  "symptom-unknown": {
    title: "Unknown symptom",
    detail: "Choose one of the twelve symptoms, or other with a message.",
  },
  "contact-missing": {
    title: "No way to answer you",
    detail: "Give an e-mail address or a phone number so that we can answer.",
  },
  "email-invalid": {
    title: "The e-mail address is not complete",
    detail: "Enter an e-mail like name@example.com.",
  },
  "phone-invalid": {
    title: "The phone number is not complete",
    detail: "Enter a phone number with its country, like +33 1 99 00 12 34.",
  },
  "message-missing": { title: "The message is missing", detail: "Write one sentence about what is wrong." },
  "id-already-used": { title: "This report id is taken", detail: "Make a new UUID for a new report." },
  "too-many-requests": {
    title: "Too many requests",
    detail: "Wait a moment and send again: nothing you wrote is lost.",
  },
  "token-missing": {
    title: "The access token is missing",
    detail: "Send the token of this ticket as Authorization: Bearer.",
  },
  "ticket-not-found": {
    title: "No such ticket",
    detail: "Check the key, and open it with the link or the device that sent it.",
  },
  "message-id-already-used": {
    title: "This message id is taken",
    detail: "Make a new UUID for a new message.",
  },
  "ticket-closed": {
    title: "This ticket is closed",
    detail: "Reopen it, or send a new report if it was closed more than 14 days ago.",
  },
  "move-not-allowed": {
    title: "This move is not allowed",
    detail: "Reload the ticket and choose one of the listed states.",
  },
  "reason-missing": {
    title: "The reason is missing",
    detail: "Say why in a few words: it is kept in the log.",
  },
  "key-missing": {
    title: "Sign in first",
    detail: "Send an API key as Authorization: Bearer, or sign in to the console.",
  },
  "key-invalid": {
    title: "This key is not valid",
    detail: "It was revoked or mistyped: ask an administrator for a new one.",
  },
  "permission-missing": {
    title: "Not permitted",
    detail: "Ask an administrator for the permission that this needs.",
  },
  "check-unknown": {
    title: "Unknown check",
    detail: "State one of the checks that the README lists under Facts.",
  },
  "customer-unknown": {
    title: "Unknown customer",
    detail: "Use a customer's id from the console's Sites page, or leave it out for the whole site.",
  },
  "subject-missing": {
    title: "Whose is it?",
    detail: "This check speaks of one person: add the subject, the pseudonym of their address.",
  },
  "subject-invalid": {
    title: "The subject is not a pseudonym",
    detail: "Send 64 hexadecimal digits made from the address as the README shows, never the address itself.",
  },
  "value-too-personal": {
    title: "This says too much of a person",
    detail:
      "Leave addresses and numbers out: of a phone number, send the country and the last two digits at most.",
  },
  "value-invalid": {
    title: "This value cannot be",
    detail: "Correct the named field; nothing was kept.",
  },
  "facts-count": { title: "No fact, or too many", detail: "Send one fact, or a list of 1 to 200." },
  "until-invalid": {
    title: "This time cannot be",
    detail: "Give a time from now to seven days ahead, and state the fact again before it has passed.",
  },
  "code-invalid": {
    title: "This code does not fit",
    detail: "It works once, for ten minutes and five tries: check the newest mail, or ask for another code.",
  },
  "sign-in-link-invalid": {
    title: "This sign-in link no longer works",
    detail: "It works once, for 15 minutes: ask for a new one.",
  },
  "article-not-found": {
    title: "No such article",
    detail: "Search the help centre: it may have another name.",
  },
  "feedback-reason-missing": {
    title: "No reason is chosen",
    detail: "Select at least one reason.",
  },
  "proof-missing": {
    title: "The verification is missing",
    detail: "Solve a challenge of /api/captcha and send it along as proof.",
  },
  "proof-invalid": {
    title: "The verification failed",
    detail: "Reload the article and send again.",
  },
  "proof-expired": {
    title: "The verification has expired",
    detail: "Send again: a new one is made by itself.",
  },
  "proof-used": {
    title: "This verification was used before",
    detail: "Each counts once. Reload the article to say more.",
  },
  "form-expired": {
    title: "This page was open for too long",
    detail: "What you wrote is still there: press Send again.",
  },
  "form-too-fast": {
    title: "This came faster than a person writes",
    detail: "Wait three seconds and press Send again.",
  },
  "votes-exceeded": {
    title: "This article has been rated enough from your network today",
    detail: "Rate it again tomorrow. If something does not work, report it: that is always possible.",
  },
  "not-found": { title: "Nothing here", detail: "Check the address, or start at the help centre." },
  "method-not-allowed": {
    title: "This address does not take that method",
    detail: "See /openapi.json for what it takes.",
  },
  "cross-site-request": {
    title: "This request came from another site",
    detail: "Open the console itself and do it there.",
  },
  "not-ready": { title: "Starting", detail: "Try again in a few seconds." },
  internal: {
    title: "Something broke here",
    detail: "It is logged on our side. Try again, or call your support team.",
  },
};

export type ProblemsText = typeof problems;

/** What is added where a sentence alone does not say how much is too much. */
export const reasons = {
  atMost: (kilobytes: number) => `At most ${kilobytes}\u00a0kB are taken here.`,
};

export type ReasonsText = typeof reasons;
