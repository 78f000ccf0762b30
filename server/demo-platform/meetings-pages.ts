import { html } from "hono/html";
import { type AgendaItem, boardDay, type Meeting, meetings, todaysMeeting } from "./board.ts";
import { documentLink } from "./documents-pages.ts";
import type { Html, Page } from "./frame.ts";
import { longDay, meetingDay, meetingMoment, publishedAgenda, timeOfDay, type Visit } from "./visit.ts";

export const attendanceAnswers = ["yes", "no", "proxy"] as const;
export type AttendanceAnswer = (typeof attendanceAnswers)[number];

export function meetingsPage(visit: Visit): Page {
  const { text, board } = visit;
  const upcoming = meetings.filter((meeting) => meeting.daysFromToday > 0);
  const past = meetings.filter((meeting) => meeting.daysFromToday < 0);
  const documentCount = publishedAgenda(visit, todaysMeeting).flatMap((item) => item.documents).length;
  return {
    title: text.meetings.title,
    screen: "meetings",
    section: "meetings",
    body: html`<h1>${text.meetings.title}</h1>
      <section class="next" aria-labelledby="next">
        <p>${text.meetings.next}</p>
        <h2 id="next">${board.bodies[todaysMeeting.body]}</h2>
        ${meetingFacts(visit, todaysMeeting)}
        <p class="act">
          <a class="button first" href="/meetings/${todaysMeeting.id}">${text.meetings.open}</a>
          <span>${text.meetings.documents(documentCount)}</span>
        </p>
      </section>
      ${meetingList(visit, text.meetings.upcoming, upcoming)} ${meetingList(visit, text.meetings.past, past)}`,
  };
}

function meetingList(visit: Visit, heading: string, list: Meeting[]): Html {
  return html`<section class="list">
    <h2>${heading}</h2>
    <ul>
      ${list.map(
        (meeting) =>
          html`<li>
            <a href="/meetings/${meeting.id}">${visit.board.bodies[meeting.body]}</a>
            <span>${meetingTime(visit, meeting)}</span><span>${visit.board.places[meeting.place]}</span>
          </li>`,
      )}
    </ul>
  </section>`;
}

export function meetingPage(visit: Visit, meeting: Meeting, answer: AttendanceAnswer | undefined): Page {
  const { text, board } = visit;
  const name = board.bodies[meeting.body];
  const agenda = publishedAgenda(visit, meeting);
  return {
    title: name,
    screen: "meeting",
    section: "meetings",
    body: html`<div class="beside">
      <nav class="side" aria-label="${text.meetings.upcoming}">
        <h2>${text.meetings.upcoming}</h2>
        <ul>
          ${meetings
            .filter(({ daysFromToday }) => daysFromToday >= 0)
            .map(
              (other) =>
                html`<li>
                  <a href="/meetings/${other.id}" ${other === meeting ? html`aria-current="page"` : ""}>
                    ${board.bodies[other.body]}<span>${meetingTime(visit, other)}</span></a
                  >
                </li>`,
            )}
        </ul>
      </nav>
      <article>
        <h1>${name}</h1>
        ${meetingFacts(visit, meeting)}
        ${meeting.daysFromToday >= 0 ? attendance(visit, meeting, answer) : ""}
        ${agenda.length > 0 ? agendaTable(visit, meeting, agenda) : agendaNotPublished(visit)}
      </article>
    </div>`,
  };
}

function meetingFacts(visit: Visit, meeting: Meeting): Html {
  const { text, board } = visit;
  const isToday =
    boardDay(visit.madeAt, 0).getTime() === boardDay(visit.now, meeting.daysFromToday).getTime();
  return html`<ul class="facts">
    ${isToday ? html`<li class="today">${text.meetings.today}</li>` : ""}
    <li>${meetingTime(visit, meeting)} (${board.zone})</li>
    <li>${board.places[meeting.place]}</li>
    <li>${text.meetings.members(meeting.memberCount)}</li>
  </ul>`;
}

/** The buttons work through portal.js, and are what "Script error" breaks. */
function attendance({ text }: Visit, meeting: Meeting, given: AttendanceAnswer | undefined): Html {
  return html`<fieldset class="attendance" data-meeting="${meeting.id}" data-answer="${given ?? ""}">
    <legend>${text.meetings.willYouAttend}</legend>
    ${attendanceAnswers.map(
      (answer) =>
        html`<button type="button" value="${answer}" aria-pressed="false">
          ${text.meetings.attendance[answer]}
        </button>`,
    )}
    <span role="status" data-done="${text.meetings.saved}" data-failed="${text.meetings.notSaved}"></span>
  </fieldset>`;
}

function agendaTable(visit: Visit, meeting: Meeting, agenda: AgendaItem[]): Html {
  const { text, board, madeAt } = visit;
  const updatedAt = agendaUpdatedAt(madeAt);
  return html`<table class="agenda">
      <caption>
        ${text.meetings.agenda}
      </caption>
      <thead>
        <tr>
          <td></td>
          <th scope="col">${text.meetings.agenda}</th>
          <th scope="col">${text.meetings.start}</th>
        </tr>
      </thead>
      <tbody>
        ${agenda.map(
          (item, index) =>
            html`<tr>
              <td>${index + 1}</td>
              <th scope="row">
                ${board.items[item.name]}
                <span>${item.presentedBy}${item.hasVote ? html` <em>${text.meetings.vote}</em>` : ""}</span>
                ${
                  item.documents.length > 0
                    ? html`<ul>
                        ${item.documents.map((document) => html`<li>${documentLink(visit, document)}</li>`)}
                      </ul>`
                    : ""
                }
              </th>
              <td>${item.time}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="check">
      <span>${text.meetings.updated(longDay(visit, updatedAt), timeOfDay(visit, updatedAt))}</span>
      <button type="button" class="plain" data-agenda="${meeting.id}">${text.meetings.checkAgain}</button>
      <span
        role="status"
        data-done="${text.meetings.checked}"
        data-failed="${text.meetings.checkFailed}"
      ></span>
    </p>`;
}

function agendaNotPublished({ text }: Visit): Html {
  return html`<p class="empty">
    <strong>${text.meetings.notPublished}</strong> ${text.meetings.notPublishedHint}
  </p>`;
}

/** The evening before. */
export function agendaUpdatedAt(now: Date): Date {
  const evening = boardDay(now, -1);
  evening.setUTCHours(17, 5);
  return evening;
}

function meetingTime(visit: Visit, meeting: Meeting): Html {
  return html`<time datetime="${meetingMoment(visit, meeting)}"
    >${meetingDay(visit, meeting)}, ${meeting.time}</time
  >`;
}
