import { html } from "hono/html";
import { members } from "./board.ts";
import type { Page } from "./frame.ts";
import type { Visit } from "./visit.ts";

export function directoryPage({ text, board }: Visit): Page {
  return {
    title: text.directory.title,
    screen: "directory",
    section: "directory",
    body: html`<h1>${text.directory.title}</h1>
      <p class="soft">${text.directory.explanation}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">${text.directory.person}</th>
            <th scope="col">${text.directory.committees}</th>
            <th scope="col">${text.directory.contact}</th>
          </tr>
        </thead>
        <tbody>
          ${members.map(
            (member) =>
              html`<tr>
                <th scope="row">${member.name}<span>${board.roles[member.role]}</span></th>
                <td>${member.committees.map((committee) => board.bodies[committee]).join(", ")}</td>
                <td><a href="mailto:${member.email}">${member.email}</a><span>${member.phone}</span></td>
              </tr>`,
          )}
        </tbody>
      </table>`,
  };
}
