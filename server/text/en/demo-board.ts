import type { DocumentName, ItemName, RoleName } from "../../demo-platform/board.ts";

interface DocumentPage {
  heading: string;
  paragraphs: string[];
  table?: { columns: string[]; rows: string[][] };
}

const documents: Record<DocumentName, { title: string; pages: DocumentPage[] }> = {
  minutes: {
    title: "Draft minutes",
    pages: [
      {
        heading: "Minutes of the last meeting",
        paragraphs: [
          "Present: Henrik Solberg (Chair), Claire Morel, Amara Diallo, Tomás Rivera, Ingrid Falk, Yusuf Demir, Lucien Ferrand and Mei Tanaka. Beatrice Conti was represented by Ingrid Falk. Paul Lindqvist acted as secretary.",
          "The Chair opened the meeting at 14:02 and noted that the quorum was reached. The agenda was adopted without change.",
          "The Board discussed the strategy for the next three years. Members asked for a comparison of the two scenarios with their effect on debt, to be presented at the next meeting.",
        ],
      },
      {
        heading: "Decisions",
        paragraphs: [
          "The Board approved the minutes of the previous meeting unanimously.",
          "The Board took note of the first draft of the budget and asked management to bring capital expenditure back to the level of the current year.",
          "The meeting closed at 16:40.",
        ],
      },
    ],
  },
  results: {
    title: "Quarterly report",
    pages: [
      {
        heading: "Third-quarter results",
        paragraphs: [
          "Revenue grew by 3.6% over the quarter, carried by services. Operating income rose faster than revenue because the new plant has reached its planned output.",
          "Net debt fell for the fourth quarter in a row. Management confirms the outlook given in July.",
        ],
        table: {
          columns: ["EUR million", "Third quarter", "Last year", "Change"],
          rows: [
            ["Revenue", "412.6", "398.1", "+3.6%"],
            ["Operating income", "51.3", "46.8", "+9.6%"],
            ["Net income", "33.9", "31.2", "+8.7%"],
            ["Net debt", "187.0", "214.5", "−12.8%"],
          ],
        },
      },
      {
        heading: "By activity",
        paragraphs: [
          "Services now bring in two fifths of revenue. Equipment was flat: two large orders moved to the fourth quarter.",
        ],
        table: {
          columns: ["EUR million", "Third quarter", "Last year", "Change"],
          rows: [
            ["Services", "166.2", "151.0", "+10.1%"],
            ["Equipment", "171.9", "172.4", "−0.3%"],
            ["Energy", "74.5", "74.7", "−0.3%"],
          ],
        },
      },
    ],
  },
  cash: {
    title: "Cash position and outlook",
    pages: [
      {
        heading: "Cash position and outlook",
        paragraphs: [
          "At the end of September the group held EUR 96 million in cash and EUR 150 million of undrawn credit lines. No repayment of more than EUR 20 million falls due before 2028.",
          "Under the cautious scenario, cash stays above EUR 70 million in each of the next six quarters.",
        ],
      },
    ],
  },
  lumen: {
    title: "Project Lumen: decision paper",
    pages: [
      {
        heading: "Project Lumen: decision paper",
        paragraphs: [
          "The Board is asked to approve the purchase of 60% of the shares of the company called Lumen in this paper, for EUR 48 million, with an option on the remainder after three years.",
          "Lumen employs 210 people at two sites and maintains metering equipment. Its customers are to a large part ours already.",
        ],
      },
      {
        heading: "What is asked of the Board",
        paragraphs: [
          "To approve the purchase within the limits described above; to authorise the Chief Executive to sign the agreement before the end of the year; to receive a report on the integration twice a year.",
          "A vote is taken in the meeting. Members who cannot attend vote by proxy before 13:00.",
        ],
      },
    ],
  },
  lumenRisks: {
    title: "Project Lumen: risks",
    pages: [
      {
        heading: "Project Lumen: risks",
        paragraphs: [
          "Three risks were examined with outside advisers: the departure of key engineers, a framework contract that ends in 2028, and the cost of joining the information systems. Each has an owner and a limit above which the Audit Committee is informed.",
        ],
        table: {
          columns: ["Risk", "Likelihood", "Effect", "Owner"],
          rows: [
            ["Departure of key engineers", "Medium", "High", "Human resources"],
            ["End of the framework contract", "Low", "High", "Services"],
            ["Cost of joining the systems", "Medium", "Medium", "Information systems"],
          ],
        },
      },
    ],
  },
  delegations: {
    title: "Proposed limits",
    pages: [
      {
        heading: "Delegations of authority",
        paragraphs: [
          "The limits have not changed since 2022. Management proposes to raise those for current purchases and to leave those for acquisitions and guarantees as they are.",
        ],
        table: {
          columns: ["EUR thousand", "Today", "Proposed"],
          rows: [
            ["Current purchases, site manager", "50", "75"],
            ["Current purchases, division", "250", "400"],
            ["Guarantees, Chief Executive", "5,000", "5,000"],
            ["Acquisitions, Chief Executive", "2,000", "2,000"],
          ],
        },
      },
    ],
  },
};

/** The fictional board's own content: bodies, agenda, documents, people's roles. */
export const demoBoard = {
  zone: "Paris time",
  bodies: {
    board: "Board of Directors",
    audit: "Audit Committee",
    remuneration: "Remuneration Committee",
  },
  places: { room: "Paris, room 4", video: "Video call" },
  items: {
    opening: "Opening and quorum",
    minutes: "Minutes of the last meeting",
    results: "Third-quarter results",
    lumen: "Project Lumen: decision",
    delegations: "Delegations of authority",
    other: "Any other business",
    strategy: "Strategy for the next three years",
    budget: "First draft of the budget",
    risks: "Risk map",
    closing: "Preparation of the year-end closing",
  } satisfies Record<ItemName, string>,
  documents,
  roles: {
    chair: "Chair of the board",
    chief_executive: "Chief Executive Officer",
    independent: "Independent director",
    employees: "Director elected by the employees",
    secretary: "Corporate secretary",
  } satisfies Record<RoleName, string>,
};

export type DemoBoardText = typeof demoBoard;
