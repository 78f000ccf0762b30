import { randomBytes } from "node:crypto";
import { html } from "hono/html";
import { visitor } from "./board.ts";
import type { Html, Page } from "./frame.ts";
import { longDay, timeOfDay, type Visit } from "./visit.ts";

/** The code in the message that the fictional phone receives. */
export const sentCode = "482913";
/** What its authenticator app shows; a real one would change twice a minute. */
export const appCode = "731604";

export function signInPage({ text }: Visit): Page {
  const { signIn } = text;
  return {
    title: signIn.title,
    screen: "sign_in",
    body: html`<div class="sheet">
      <h1>${signIn.title}</h1>
      <p>${text.portal}</p>
      <form method="post" action="/login">
        <label for="email">${signIn.email}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          required
          value="${visitor.email}"
        />
        <label for="password">${signIn.password}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          value="demonstration"
        />
        <button class="first">${signIn.act}</button>
      </form>
      <form action="/idp/sign-in"><button>${signIn.company}</button></form>
    </div>`,
  };
}

export function ssoErrorPage(visit: Visit): Page {
  const { ssoError } = visit.text;
  const reference = randomBytes(4).toString("hex").replace(/^.{4}/, "$&-");
  return {
    title: ssoError.title,
    screen: "sso_error",
    body: html`<div class="sheet">
      <h1>${ssoError.title}</h1>
      <p>${ssoError.explanation}</p>
      <dl>
        <dt>${ssoError.reference}</dt>
        <dd>${reference}</dd>
        <dt>${ssoError.time}</dt>
        <dd>
          <time datetime="${visit.now.toISOString()}"
            >${longDay(visit, visit.now)}, ${timeOfDay(visit, visit.now)}</time
          >
        </dd>
      </dl>
      <form action="/idp/sign-in"><button class="first">${ssoError.tryAgain}</button></form>
      <form action="/login"><button>${ssoError.back}</button></form>
    </div>`,
  };
}

/** `attempt` says what was just done here: another code asked for, or a wrong one given. */
export function codePage(visit: Visit, attempt?: "sent_again" | "wrong"): Page {
  const { code } = visit.text;
  const time = timeOfDay(visit, visit.now);
  const sentence = attempt === "sent_again" ? code.sentAgain : code.sent;
  const wrong = attempt === "wrong" ? code.wrong : undefined;
  return {
    title: code.title,
    screen: "sms_code",
    body: html`<div class="sheet">
        <h1>${code.title}</h1>
        <p>${sentence(visitor.phone, time)}</p>
        ${codeForm(visit, "/login/code", wrong)}
        <form method="post" action="/login/code/again"><button>${code.again}</button></form>
        <form action="/login/authenticator"><button>${code.useApp}</button></form>
      </div>
      ${phone(visit, visit.on.has("sms_missing") ? undefined : code.message(sentCode))}`,
  };
}

/** No operator stands between the app and whoever signs in: it works while text messages are held. */
export function authenticatorPage(visit: Visit, isWrong: boolean): Page {
  const { code } = visit.text;
  return {
    title: code.appTitle,
    screen: "sign_in",
    body: html`<div class="sheet">
        <h1>${code.appTitle}</h1>
        <p>${code.appLead}</p>
        ${codeForm(visit, "/login/authenticator", isWrong ? code.appWrong : undefined)}
        <form action="/login/code"><button>${code.useSms}</button></form>
      </div>
      ${phone(visit, code.appShows(appCode))}`,
  };
}

function codeForm({ text }: Visit, action: string, wrong: string | undefined): Html {
  const { code } = text;
  return html`<form method="post" action="${action}">
    <label for="code">${code.label}</label>
    <input
      id="code"
      name="code"
      inputmode="numeric"
      autocomplete="one-time-code"
      maxlength="6"
      required
      ${wrong === undefined ? "" : html`aria-invalid="true" aria-describedby="wrong"`}
    />
    ${wrong === undefined ? "" : html`<p class="wrong" id="wrong">${wrong}</p>`}
    <button class="first">${code.act}</button>
  </form>`;
}

function phone({ text: { code } }: Visit, shown: string | undefined): Html {
  return html`<section class="phone" aria-labelledby="phone">
    <h2 id="phone">${code.phone}</h2>
    <p>${code.phoneHint}</p>
    ${shown === undefined ? html`<p class="none">${code.noMessage}</p>` : html`<p class="message">${shown}</p>`}
  </section>`;
}
