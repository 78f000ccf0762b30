/** The fictional board: who sits on it, when it meets, what is on the agenda. The words are in `text/`. */

export type ItemName =
  | "opening"
  | "minutes"
  | "results"
  | "lumen"
  | "delegations"
  | "other"
  | "strategy"
  | "budget"
  | "risks"
  | "closing";
export type DocumentName = "minutes" | "results" | "cash" | "lumen" | "lumenRisks" | "delegations";
export type RoleName = "chair" | "chief_executive" | "independent" | "employees" | "secretary";
type Committee = "audit" | "remuneration";

export interface AgendaItem {
  name: ItemName;
  time: string;
  presentedBy: string;
  documents: DocumentName[];
  hasVote?: boolean;
  /** Added since last week: a page that is a week old does not have it. */
  isNew?: boolean;
}

export interface Meeting {
  id: string;
  body: "board" | Committee;
  daysFromToday: number;
  time: string;
  place: "room" | "video";
  memberCount: number;
  /** Empty until it is published. */
  agenda: AgendaItem[];
}

export interface Member {
  name: string;
  role: RoleName;
  committees: Committee[];
  email: string;
  phone: string;
}

/** Where the board meets: all its times are said in this zone. */
export const boardZone = "Europe/Paris";

/** Today's meeting, the one that somebody is here for. */
export const todaysMeeting: Meeting = {
  id: "412",
  body: "board",
  daysFromToday: 0,
  time: "14:00",
  place: "room",
  memberCount: 9,
  agenda: [
    { name: "opening", time: "14:00", presentedBy: "Henrik Solberg", documents: [] },
    { name: "minutes", time: "14:05", presentedBy: "Paul Lindqvist", documents: ["minutes"] },
    { name: "results", time: "14:15", presentedBy: "Beatrice Conti", documents: ["results", "cash"] },
    {
      name: "lumen",
      time: "15:00",
      presentedBy: "Tomás Rivera",
      documents: ["lumen", "lumenRisks"],
      hasVote: true,
      isNew: true,
    },
    {
      name: "delegations",
      time: "15:45",
      presentedBy: "Paul Lindqvist",
      documents: ["delegations"],
      hasVote: true,
    },
    { name: "other", time: "16:15", presentedBy: "Henrik Solberg", documents: [] },
  ],
};

/** In the order of their dates. */
export const meetings: Meeting[] = [
  {
    id: "405",
    body: "board",
    daysFromToday: -33,
    time: "14:00",
    place: "room",
    memberCount: 9,
    agenda: [
      { name: "opening", time: "14:00", presentedBy: "Henrik Solberg", documents: [] },
      { name: "strategy", time: "14:15", presentedBy: "Tomás Rivera", documents: [] },
      { name: "budget", time: "15:30", presentedBy: "Beatrice Conti", documents: [] },
    ],
  },
  todaysMeeting,
  {
    id: "418",
    body: "audit",
    daysFromToday: 9,
    time: "09:30",
    place: "video",
    memberCount: 4,
    agenda: [
      { name: "risks", time: "09:30", presentedBy: "Ingrid Falk", documents: [] },
      { name: "closing", time: "10:30", presentedBy: "Beatrice Conti", documents: ["cash"] },
    ],
  },
  {
    id: "421",
    body: "remuneration",
    daysFromToday: 14,
    time: "16:00",
    place: "video",
    memberCount: 3,
    agenda: [],
  },
  { id: "425", body: "board", daysFromToday: 28, time: "14:00", place: "room", memberCount: 9, agenda: [] },
];

export const documentIds: Record<DocumentName, string> = {
  minutes: "9021",
  results: "9034",
  cash: "9035",
  lumen: "9041",
  lumenRisks: "9042",
  delegations: "9050",
};

export const members: Member[] = [
  member("Henrik Solberg", "chair", [], "31"),
  member("Claire Morel", "independent", ["audit"], "13"),
  member("Beatrice Conti", "independent", ["audit"], "32"),
  member("Amara Diallo", "independent", ["remuneration"], "27"),
  member("Yusuf Demir", "employees", ["remuneration"], "41"),
  member("Ingrid Falk", "independent", ["audit"], "53"),
  member("Lucien Ferrand", "employees", [], "66"),
  member("Tomás Rivera", "chief_executive", [], "70"),
  member("Mei Tanaka", "independent", ["audit", "remuneration"], "88"),
  member("Paul Lindqvist", "secretary", [], "90"),
];

/** Who is signed in. The phone is shown as the portal masks it. */
export const visitor = {
  name: "Claire Morel",
  initials: "CM",
  email: "c.morel@norvane.example.com",
  phone: "+33 ••13",
};

function member(name: string, role: RoleName, committees: Committee[], lastDigits: string): Member {
  const [firstName = "", lastName = ""] = name.toLowerCase().split(" ");
  return {
    name,
    role,
    committees,
    email: `${firstName.slice(0, 1)}.${lastName}@norvane.example.com`,
    phone: `+33 1 99 00 20 ${lastDigits}`, // a range that is kept for fiction
  };
}

/** That day at noon UTC, counted from today where the board meets: a date with no hour to get wrong. */
export function boardDay(now: Date, daysFromToday: number): Date {
  const [year = 0, month = 1, day = 1] = new Intl.DateTimeFormat("sv-SE", { timeZone: boardZone })
    .format(now)
    .split("-")
    .map(Number);
  return new Date(Date.UTC(year, month - 1, day + daysFromToday, 12));
}
