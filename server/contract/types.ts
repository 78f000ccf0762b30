import type { Symptom } from "./symptoms.ts";

/** What the widget and the server say to each other. Times are ISO 8601 strings in UTC unless said otherwise. */

/** BCP 47. The languages that every sentence exists in. */
export const locales = ["en", "fr"] as const;
export type Locale = (typeof locales)[number];

export type CanWork = "no" | "with_difficulty" | "yes";
export type Scope = "me" | "several" | "all" | "unknown";
export const checkOutcomes = ["pass", "warn", "fail", "unknown"] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** One measurement. `id` is a check of the diagnostics catalogue; `value` is small and holds nothing personal. */
export interface CheckResult {
  id: string;
  outcome: CheckOutcome;
  value?: CheckValue;
}
type CheckValue = string | number | boolean | null | { [name: string]: string | number | boolean | null };

/** Something that happened on the page before the report. `at` is the device's clock in ms since 1970. */
export interface Breadcrumb {
  at: number;
  kind: "page" | "click" | "request" | "resource" | "error" | "help";
  /** Already masked: a route, a role with a permitted name, an error's type and place. */
  what: string;
  status?: number;
  milliseconds?: number;
  /** How often the same thing happened in a row; absent means once. */
  times?: number;
}

/** What the page itself says: nothing here names a document or a person. */
export interface PageDetails {
  route: string;
  referrerOrigin?: string;
  title?: never; // Titles name agenda items: never sent.
  loadedBuild?: string;
  deployedBuild?: string;
  /** What the host declared through `setContext`. */
  context?: Record<string, string>;
}

export interface Environment {
  browser?: string;
  system?: string;
  isMobile?: boolean;
  viewport?: string;
  zoomPercent?: number;
  languages?: string[];
  timeZone?: string;
  /** Device clock minus server clock, in milliseconds. */
  clockErrorMilliseconds?: number;
  cookies?: "allowed" | "blocked";
  storage?: "allowed" | "blocked";
  isOnline?: boolean;
  roundTripMilliseconds?: number;
  connection?: string;
}

export interface Reporter {
  email?: string;
  phone?: string;
  name?: string;
}

/** The body of `POST /api/tickets`. Only `id` to `reporter` are required. */
export interface TicketInput {
  id: string;
  accessToken: string;
  site: string;
  locale: string;
  symptom: Symptom;
  reporter: Reporter;
  message?: string;
  canWork?: CanWork;
  scope?: Scope;
  /** When the person must be able to work again. */
  neededBy?: string;
  /** A hint from `data-customer`; never an authorisation. */
  customer?: string;
  where?: string;
  answers?: Record<string, string>;
  page?: PageDetails;
  environment?: Environment;
  checks?: CheckResult[];
  breadcrumbs?: Breadcrumb[];
  /** Slugs that were suggested, and what became of them. */
  suggestions?: { slug: string; opened?: boolean; helped?: boolean }[];
  guidePath?: GuideStep[];
}

/** A step of a guide that the person took. */
export interface GuideStep {
  node: string;
  outcome?: string;
  milliseconds?: number;
  /** Of a repair: what it found and what it left behind, `build_before` and `build_after`. */
  value?: CheckResult["value"];
}

/** Steps that a reporter sees. */
export const stages = ["received", "qualified", "with_team", "fix", "confirmed"] as const;
export type Stage = (typeof stages)[number];

/** Ticket states; who may move where is in tickets/states.ts. */
export const ticketStates = [
  "new",
  "qualified",
  "assigned",
  "in_progress",
  "waiting_customer",
  "waiting_third_party",
  "workaround_offered",
  "resolved",
  "closed",
  "reopened",
  "cancelled",
] as const;
export type TicketState = (typeof ticketStates)[number];

export interface TeamContact {
  /** "Paris support". */
  name: string;
  email: string;
  /** Absent where the region calls back instead. */
  phone?: string;
  isOpen: boolean;
  /** When it next opens (closed) or closes (open); absent where somebody is on call day and night. */
  changesAt?: string;
  timeZone: string;
}

/**
 * The one more thing that support must ask when a report says too little: the number that codes go to, the sign-in
 * error's text, the symptom's own question, who is affected, or the person's own words.
 */
export type Question = "phone_number" | "error_message" | "symptom_answer" | "scope" | "details";

/** The answer of `POST /api/tickets`. */
export interface TicketReceipt {
  key: string;
  url: string;
  state: TicketState;
  answerBy: string;
  team: TeamContact;
  receipt: "sent" | "not_sent";
  question?: Question;
}

export interface ThreadMessage {
  id: string;
  author: "reporter" | "agent" | "system";
  /** The agent's name; absent for the reporter. */
  name?: string;
  body: string;
  at: string;
}

/** What a reporter sees of a ticket: never its kind, severity or team codes. */
export interface ReporterTicket {
  key: string;
  symptom: Symptom;
  state: TicketState;
  stage: Stage;
  stages: { stage: Stage; at?: string }[];
  neededBy?: string;
  answerBy: string;
  team: TeamContact;
  messages: ThreadMessage[];
  /** The one more thing, until somebody has written. */
  question?: Question;
  /** What may be done now. */
  canReply: boolean;
  canConfirm: boolean;
  canReopen: boolean;
  createdAt: string;
  updatedAt: string;
}

/** `POST /api/tickets/:key/messages`. `id` is a UUID and makes a repeated send harmless. */
export interface MessageInput {
  id: string;
  body: string;
  /** `confirm` closes a resolved ticket, `reopen` takes it up again; both may come with an empty body. */
  action?: "confirm" | "reopen";
}

/** The six states a service can be in, worst last but for the two that are not on the scale. */
export type ServiceStatus = "ok" | "minor" | "major" | "critical" | "maintenance" | "unknown";

/** A thing known to be wrong now, ready to be read. */
export interface OpenProblem {
  id: string;
  service: string;
  status: ServiceStatus;
  /** One sentence in the asked language: what, where, since when. */
  title: string;
  /** What to do meanwhile, in the asked language. */
  nextStep?: string;
  since: string;
  /** The symptoms that this problem explains. */
  symptoms: Symptom[];
  article?: string;
}

/** `GET /api/widget`, at most 3 kB. */
export interface WidgetStart {
  site: { id: string; name: string; isEnabled: boolean };
  locale: Locale;
  status: ServiceStatus;
  problems: OpenProblem[];
  team: TeamContact;
  /** The server's clock in ms since 1970. */
  serverTime: number;
}

/** One `status` event of `GET /api/status/stream`: the present state first, then each change. */
export interface StatusSnapshot {
  status: ServiceStatus;
  services: { id: string; name: string; status: ServiceStatus; since: string }[];
  problems: OpenProblem[];
  /** A sentence on the operators who fail to deliver codes by SMS, while our own services work. */
  delivery?: string;
  /** When the board was last brought up to date; older than two minutes means "unknown". */
  at: string;
}

/** `POST /api/checks`: what only the server can see of a site, and what the platform told it. */
export interface ServerChecks {
  checks: CheckResult[];
  /**
   * The platform says things of people here. `needed`: whoever proves who they are sees what it says of them;
   * `verified`: it is among the checks. Absent: it says nothing, and there is nothing to prove.
   */
  identity?: "needed" | "verified";
}

/** `POST /api/identity/verify`: the proof that somebody reads the mail of an address, for a while. */
export interface Identity {
  token: string;
  until: string;
}
