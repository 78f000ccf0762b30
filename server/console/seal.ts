import { html } from "hono/html";
import type { Contact, DeskTicket } from "../tickets/desk.ts";
import { text } from "../text/text.ts";
import type { Agent } from "./agents.ts";
import type { Html } from "./frame.ts";
import { glyph } from "./glyphs.ts";

/** Whom a breach must be told to at the customer. */
export const breachRoles = [
  "dpo",
  "rssi",
  "incident_manager",
  "authorized_representative",
] as const satisfies readonly Contact["role"][];

/** The dark bar across a sealed ticket's page: who else can see it. */
export function sealBanner(agent: Agent, people: number): Html {
  const words = text(agent.locale).console;
  return html`<section class="seal" aria-label="${words.seal.label}">
    <p>
      ${glyph("seal")}<span><b>${words.sealed}.</b> ${words.seal.people(people)}</span>
    </p>
  </section>`;
}

/** The four roles with their people, and an alert for each that nobody holds. */
export function sealedContacts(agent: Agent, { customer, contacts }: DeskTicket): Html {
  const words = text(agent.locale).console.seal;
  if (!customer) {
    return html`<section class="part">
      <header><h2>${words.contactsUnknown}</h2></header>
      <div class="alert critical" role="alert">
        ${glyph("critical")}
        <div>${words.customerUnknown}</div>
      </div>
    </section>`;
  }
  const missing = breachRoles.filter((role) => !contacts.some((contact) => contact.role === role));
  return html`<section class="part">
    <header><h2>${words.contacts(customer.name)}</h2></header>
    ${
      missing.length === 0
        ? ""
        : html`<div class="alert critical" role="alert">
            ${glyph("critical")}
            <div>
              <b>${words.missing(missing.map((role) => words.roles[role]).join(` ${words.or} `))}</b>
              ${words.missingAdvice}
            </div>
            <a class="button" href="/console/customers/${customer.id}#contacts">${words.add}</a>
          </div>`
    }
    <div class="scroll" tabindex="0" role="region" aria-label="${words.contacts(customer.name)}">
      <table class="contacts">
        <thead>
          <tr>
            <th scope="col">${words.role}</th>
            <th scope="col">${words.name}</th>
            <th scope="col">${words.phone}</th>
            <th scope="col">${words.email}</th>
          </tr>
        </thead>
        <tbody>
          ${breachRoles.flatMap((role) => {
            const people = contacts.filter((contact) => contact.role === role);
            return people.length === 0
              ? [missingRow(agent, role)]
              : people.map(
                  ({ name, phone, email }) =>
                    html`<tr>
                      <th scope="row">${words.roles[role]}</th>
                      <td>${name}</td>
                      <td class="num nowrap">
                        ${phone === null ? html`<span class="muted">${text(agent.locale).console.none}</span>` : html`<a href="tel:${phone.replace(/[^+\d]/g, "")}">${phone}</a>`}
                      </td>
                      <td><a href="mailto:${email}">${email}</a></td>
                    </tr>`,
                );
          })}
        </tbody>
      </table>
    </div>
  </section>`;
}

function missingRow(agent: Agent, role: (typeof breachRoles)[number]): Html {
  const words = text(agent.locale).console;
  const none = html`<td class="muted">${words.none}</td>`;
  return html`<tr>
    <th scope="row">${words.seal.roles[role]}</th>
    <td class="critical"><b>${words.seal.missingName}</b></td>
    ${none}${none}
  </tr>`;
}
