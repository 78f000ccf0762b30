import { html } from "hono/html";
import { documentIds, type DocumentName, type Meeting, meetings, visitor } from "./board.ts";
import type { Html, Page } from "./frame.ts";
import { fullDate, meetingDay, publishedAgenda, type Visit } from "./visit.ts";

export function documentsPage(visit: Visit): Page {
  const { text, board } = visit;
  const rows = publishedDocuments(visit).map(
    ({ name, meeting }) =>
      html`<tr>
        <th scope="row">${documentLink(visit, name)}</th>
        <td>${board.bodies[meeting.body]}, ${meetingDay(visit, meeting)}</td>
        <td>${text.documents.pages(board.documents[name].pages.length)}</td>
      </tr>`,
  );
  return {
    title: text.documents.title,
    screen: "documents",
    section: "documents",
    body: html`<h1>${text.documents.title}</h1>
      <p class="soft">${text.documents.explanation}</p>
      <table class="rows">
        <thead>
          <tr>
            <th scope="col">${text.documents.name}</th>
            <th scope="col">${text.documents.meeting}</th>
            <th scope="col">${text.documents.length}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`,
  };
}

export function documentPage(visit: Visit, name: DocumentName, meeting: Meeting): Page {
  const { text, board } = visit;
  const { title, pages } = board.documents[name];
  return {
    title,
    screen: "document",
    section: "documents",
    body: html`<p class="path">
        <a href="/meetings/${meeting.id}">${board.bodies[meeting.body]}, ${meetingDay(visit, meeting)}</a>
      </p>
      <div class="beside">
        <nav class="side" aria-label="${text.documents.contents}">
          <h2>${text.documents.contents}</h2>
          <ol>
            ${pages.map((page, index) => html`<li><a href="#page-${index + 1}">${page.heading}</a></li>`)}
          </ol>
        </nav>
        <div class="paper">
          ${pages.map(
            (page, index) =>
              html`<article id="page-${index + 1}">
                ${index === 0 ? html`<h1>${page.heading}</h1>` : html`<h2>${page.heading}</h2>`}
                ${page.paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}
                ${page.table ? figures(page.table) : ""}
                <footer>
                  <span
                    >${text.documents.confidential} · ${visitor.name} · ${fullDate(visit, visit.madeAt)}</span
                  ><span>${index + 1}/${pages.length}</span>
                </footer>
              </article>`,
          )}
        </div>
      </div>`,
  };
}

function figures({ columns, rows }: { columns: string[]; rows: string[][] }): Html {
  return html`<div class="figures" tabindex="0">
    <table>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([label, ...values]) =>
            html`<tr>
              <th scope="row">${label}</th>
              ${values.map((value) => html`<td>${value}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Each document once, with the first meeting that it was published for. */
export function publishedDocuments(visit: Visit): { name: DocumentName; meeting: Meeting }[] {
  const found = new Map<DocumentName, Meeting>();
  for (const meeting of meetings) {
    for (const name of publishedAgenda(visit, meeting).flatMap((item) => item.documents)) {
      if (!found.has(name)) found.set(name, meeting);
    }
  }
  return [...found].map(([name, meeting]) => ({ name, meeting }));
}

export function documentLink({ board }: Visit, name: DocumentName): Html {
  return html`<a href="/documents/${documentIds[name]}">${board.documents[name].title}</a>`;
}
