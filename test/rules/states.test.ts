import { expect, test } from "@playwright/test";
import { type TicketState, stages, ticketStates } from "../../server/contract/types.ts";
import { type Actor, allowedMoves, canMove, isReopenable, stageOf } from "../../server/tickets/states.ts";

const actors: readonly Actor[] = ["agent", "reporter", "rule", "timer"];

/** The process as it is agreed: every move with its actors. What is not here must be refused. */
const agreed: Record<TicketState, string[]> = {
  new: ["agent: qualified", "agent: cancelled", "rule: qualified"],
  qualified: ["agent: assigned", "agent: cancelled", "rule: resolved"],
  assigned: ["agent: in_progress", "agent: cancelled"],
  in_progress: [
    "agent: waiting_customer",
    "agent: waiting_third_party",
    "agent: workaround_offered",
    "agent: resolved",
    "agent: cancelled",
  ],
  waiting_customer: ["agent: in_progress", "agent: resolved", "agent: cancelled", "rule: in_progress"],
  waiting_third_party: ["agent: in_progress", "agent: resolved", "agent: cancelled"],
  workaround_offered: ["agent: in_progress", "agent: resolved", "agent: cancelled"],
  resolved: ["reporter: closed", "reporter: reopened", "timer: closed"],
  closed: ["reporter: reopened"],
  reopened: ["agent: in_progress", "agent: cancelled"],
  cancelled: [],
};

for (const from of ticketStates) {
  test(`from ${from}, exactly the agreed moves are open to each actor`, () => {
    const allowed = actors.flatMap((actor) => allowedMoves(from, actor).map((to) => `${actor}: ${to}`));
    expect(allowed).toEqual(agreed[from]);
    for (const actor of actors) {
      for (const to of ticketStates) {
        expect(canMove(from, to, actor)).toBe(agreed[from].includes(`${actor}: ${to}`));
      }
    }
  });
}

test("a reporter's stages never go back on the way to the end", () => {
  const path: TicketState[] = [
    "new",
    "qualified",
    "assigned",
    "in_progress",
    "workaround_offered",
    "resolved",
    "closed",
  ];
  const reached = path.map((state) => stages.indexOf(stageOf(state)));
  expect(reached).toEqual([0, 1, 2, 2, 3, 3, 4]);
  expect(stageOf("waiting_customer")).toBe("with_team");
  expect(stageOf("waiting_third_party")).toBe("with_team");
  expect(stageOf("reopened")).toBe("with_team");
});

test.describe("a ticket is taken up again within 14 days", () => {
  const endedAt = new Date("2026-11-10T09:00:00Z");
  const cases: [TicketState, Date | null, string, boolean][] = [
    ["resolved", endedAt, "2026-11-24T09:00:00Z", true],
    ["resolved", endedAt, "2026-11-24T09:00:01Z", false],
    ["closed", endedAt, "2026-11-11T09:00:00Z", true],
    ["cancelled", endedAt, "2026-11-11T09:00:00Z", false],
    ["in_progress", endedAt, "2026-11-11T09:00:00Z", false],
    ["resolved", null, "2026-11-11T09:00:00Z", false],
  ];
  for (const [state, ended, now, expected] of cases) {
    test(`${state}, ${ended === null ? "no end known" : now}: ${expected ? "yes" : "no"}`, () => {
      expect(isReopenable(state, ended, new Date(now))).toBe(expected);
    });
  }
});
