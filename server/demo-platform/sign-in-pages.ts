import { randomBytes } from "node:crypto";
import { html } from "hono/html";
import { visitor } from "./board.ts";
import type { Page } from "./frame.ts";
import { longDay, timeOfDay, type Visit } from "./visit.ts";

/** The code in the message that the fictional phone receives. */
export const sentCode = "482913";

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
  return {
    title: code.title,
    screen: "sms_code",
    body: html`<div class="sheet">
        <h1>${code.title}</h1>
        <p>${sentence(visitor.phone, time)}</p>
        <form method="post" action="/login/code">
          <label for="code">${code.label}</label>
          <input
            id="code"
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            maxlength="6"
            required
            ${attempt === "wrong" ? html`aria-invalid="true" aria-describedby="wrong"` : ""}
          />
          ${attempt === "wrong" ? html`<p class="wrong" id="wrong">${code.wrong}</p>` : ""}
          <button class="first">${code.act}</button>
        </form>
        <form method="post" action="/login/code/again"><button>${code.again}</button></form>
      </div>
      <section class="phone" aria-labelledby="phone">
        <h2 id="phone">${code.phone}</h2>
        <p>${code.phoneHint}</p>
        ${
          visit.on.has("sms_missing")
            ? html`<p class="none">${code.noMessage}</p>`
            : html`<p class="message">${code.message(sentCode)}</p>`
        }
      </section>`,
  };
}
