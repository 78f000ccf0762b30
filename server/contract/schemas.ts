import { z } from "zod";
import { feedbackReasons, type FeedbackInput, type SearchInput } from "./feedback.ts";
import { limits } from "./limits.ts";
import { maskText, routeOf } from "./mask.ts";
import { symptoms } from "./symptoms.ts";
import { checkOutcomes, type MessageInput, type TicketInput } from "./types.ts";

/** The only file with zod. Unknown keys are dropped at the reporter's door, so that old widgets get through. */

const line = (length: number) => z.string().trim().min(1).max(length);
const code = z.string().regex(/^[a-z0-9_]{1,60}$/);
const slug = z.string().regex(/^[a-z0-9-]{1,80}$/);
/** Within a century, because a date field offers the year 0002 while somebody types 2026. */
const time = z.iso
  .datetime({ offset: true })
  .refine((value) => /^20\d\d-/.test(value))
  .transform((value) => new Date(value).toISOString());
const small = z.union([z.string().max(limits.answerLength), z.number(), z.boolean(), z.null()]);
const milliseconds = z.number().min(0).max(86_400_000);

/** A widget masks before it shows; what arrives is masked again, since nobody can trust a client. */
const masked = z.string().max(limits.answerLength).transform(maskText);
const route = z.string().max(2_000).transform(routeOf);

const email = z.email().max(limits.emailLength);
const phone = z
  .string()
  .max(limits.phoneLength)
  .regex(/^\+?[\d ().-]{6,}$/)
  .refine((value) => value.replace(/\D/g, "").length >= 6 && value.replace(/\D/g, "").length <= 15);

/** `daysLeft`, `sms_code`: the parts of a value are named by whoever measured it. */
const partName = z.string().regex(/^[A-Za-z0-9_]{1,60}$/);

const value = z.union([small, z.record(partName, small)]);
const check = z.object({
  id: code,
  outcome: z.enum(checkOutcomes),
  value: value.optional(),
});

const breadcrumb = z.object({
  at: z.number().int().min(0),
  kind: z.enum(["page", "click", "request", "resource", "error", "help"]),
  what: masked,
  status: z.number().int().min(0).max(999).optional(),
  milliseconds: milliseconds.optional(),
  times: z.number().int().min(1).max(10_000).optional(),
});

const suggestion = z.object({ slug, opened: z.boolean().optional(), helped: z.boolean().optional() });
export const guideStep = z.object({
  node: code,
  outcome: code.optional(),
  milliseconds: milliseconds.optional(),
  value: value.optional().catch(undefined),
});

const page = z.object({
  route: route.default("/"),
  referrerOrigin: z.url().max(200).optional().catch(undefined),
  loadedBuild: z.string().max(80).optional(),
  deployedBuild: z.string().max(80).optional(),
  context: z.record(z.string().max(40), masked).optional(),
});

const environment = z.object({
  browser: z.string().max(80).optional().catch(undefined),
  system: z.string().max(80).optional().catch(undefined),
  isMobile: z.boolean().optional().catch(undefined),
  viewport: z.string().max(20).optional().catch(undefined),
  zoomPercent: z.number().min(1).max(1_000).optional().catch(undefined),
  languages: z.array(z.string().max(35)).max(20).optional().catch(undefined),
  timeZone: z.string().max(60).optional().catch(undefined),
  clockErrorMilliseconds: z.number().optional().catch(undefined),
  cookies: z.enum(["allowed", "blocked"]).optional().catch(undefined),
  storage: z.enum(["allowed", "blocked"]).optional().catch(undefined),
  isOnline: z.boolean().optional().catch(undefined),
  roundTripMilliseconds: milliseconds.optional().catch(undefined),
  connection: z.string().max(40).optional().catch(undefined),
});

/** A measurement that makes no sense is left out; it must not cost a person their report. */
const sound = <Item>(schema: z.ZodType<Item, unknown>, atMost: number) =>
  z
    .array(z.unknown())
    .transform((items) => items.flatMap((item) => schema.safeParse(item).data ?? []).slice(0, atMost))
    .catch([]);

export const ticketInput: z.ZodType<TicketInput, unknown> = z.object({
  id: z.uuid(),
  accessToken: z.string().regex(/^[\w-]{22,64}$/),
  site: slug,
  locale: z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/),
  symptom: z.enum(symptoms),
  reporter: z.object({
    email: email.optional(),
    phone: phone.optional(),
    name: line(limits.nameLength).optional(),
  }),
  message: line(limits.messageLength).optional(),
  canWork: z.enum(["no", "with_difficulty", "yes"]).optional(),
  scope: z.enum(["me", "several", "all", "unknown"]).optional(),
  neededBy: time.optional(),
  customer: slug.optional(),
  where: code.optional(),
  answers: z.record(code, z.string().max(limits.answerLength)).optional(),
  page: page.optional().catch(undefined),
  environment: environment.optional(),
  checks: sound(check, limits.checks).optional(),
  breadcrumbs: sound(breadcrumb, limits.breadcrumbs).optional(),
  suggestions: sound(suggestion, limits.suggestions).optional(),
  guidePath: sound(guideStep, 60).optional(),
});

export const messageInput: z.ZodType<MessageInput, unknown> = z.object({
  id: z.uuid(),
  body: z.string().trim().max(limits.messageLength),
  action: z.enum(["confirm", "reopen"]).optional(),
});

const hex = (length: number) =>
  z
    .string()
    .max(length)
    .regex(/^[0-9a-f]+$/);
const locale = z.string().regex(/^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$/);

/** What readers may say of an article beside yes and no, in a page's form too. */
export const feedbackForm = z.object({
  version: hex(64),
  reasons: z.array(z.enum(feedbackReasons)).max(feedbackReasons.length).optional(),
  comment: z.string().trim().max(limits.commentLength).optional(),
  email: email.optional(),
});

export const feedbackInput: z.ZodType<FeedbackInput, unknown> = feedbackForm.extend({
  id: z.uuid(),
  locale,
  isHelpful: z.boolean(),
  proof: z.object({
    challenge: z.object({
      parameters: z.object({
        algorithm: z.string().max(40),
        nonce: hex(128),
        salt: hex(128),
        cost: z.number().int().min(1).max(1_000_000),
        keyLength: z.number().int().min(1).max(64),
        keyPrefix: hex(128),
        keySignature: hex(128).optional(),
        expiresAt: z.number().optional(),
      }),
      signature: hex(128).optional(),
    }),
    solution: z.object({ counter: z.number().int().min(0).max(0xffffffff), derivedKey: hex(128) }),
  }),
});

export const searchInput: z.ZodType<SearchInput, unknown> = z.object({
  id: z.uuid(),
  locale,
  words: line(limits.answerLength),
  results: z.number().int().min(0).max(100),
  opened: slug.optional(),
  isSolved: z.boolean().optional(),
  hasTicket: z.boolean().optional(),
});

export const checksInput = z.object({ site: slug, nonce: z.string().max(64).optional() });

/** The console's own inputs refuse unknown keys: an agent's typo must not pass for an instruction. */
export const consoleMessageInput = z.strictObject({
  id: z.uuid(),
  body: line(limits.messageLength),
  isInternal: z.boolean().default(false),
});

export const moveInput = z.strictObject({
  to: z.string().max(40),
  reason: line(500).optional(),
  cause: code.optional(),
  fix: line(1_000).optional(),
});

export const assignmentInput = z.strictObject({
  team: code.optional(),
  /** An agent's e-mail; null takes the ticket from whoever has it. */
  assignee: email.nullable().optional(),
});

export const correctionInput = z.strictObject({
  cause: code,
  kind: z.enum(["incident", "anomaly", "assistance"]).optional(),
  severity: z.number().int().min(1).max(4).optional(),
  team: code.optional(),
  security: z.boolean().optional(),
  reason: line(500),
});

const word = z.union([z.string().max(60), z.number(), z.boolean(), z.null()]);

/** What a platform says of its people and of itself. `subject` is a pseudonym: server/facts/subject.ts. */
export const factInput = z.strictObject({
  site: slug,
  customer: slug.optional(),
  subject: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  check: code,
  outcome: z.enum(["pass", "warn", "fail", "unknown"]).optional(),
  value: z
    .union([word, z.record(partName, word).refine((parts) => Object.keys(parts).length <= 12)])
    .optional(),
  until: time,
});

export const factsInput = z.array(factInput).min(1).max(limits.facts);

export const identityInput = z.object({
  site: slug,
  email,
  locale: z.string().max(35).optional(),
});

export const identityCodeInput = z.object({
  site: slug,
  email,
  code: z
    .string()
    .transform((code) => code.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/)),
});

export const fixedInput = z.strictObject({
  /** Ids of what the present version mends; without them all that was said of earlier ones. */
  comments: z.array(z.uuid()).max(1_000).optional(),
});
