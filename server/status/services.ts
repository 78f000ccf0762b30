import { readFile } from "node:fs/promises";
import { z } from "zod";
import { symptoms } from "../contract/symptoms.ts";
import { readFacts } from "../tickets/facts.ts";

const words = z.strictObject({ en: z.string(), fr: z.string() });
const sentence = z.strictObject({
  en: z.string().includes("{since}"),
  fr: z.string().includes("{since}"),
});

const probe = z.strictObject({
  /** On the site's `probe_url`. An answer of 200 to 299 means that the service works. */
  path: z.string().startsWith("/"),
  intervalSeconds: z.number().positive(),
  timeoutMilliseconds: z.number().positive(),
  /** A good answer that takes longer counts as slow. */
  slowMilliseconds: z.number().positive(),
  /** How many bad answers in a row make a problem, and how many good ones end it. */
  failuresToOpen: z.number().int().positive(),
  successesToClose: z.number().int().positive(),
});

const service = z.strictObject({
  id: z.string(),
  name: words,
  /** What people report while this service does not work. */
  symptoms: z.array(z.enum(symptoms)).nonempty(),
  probe,
  fails: sentence,
  slow: sentence,
  nextStep: words,
  /** Slug of the article that helps meanwhile. */
  article: z.string().optional(),
  /** What its failure states in a qualification, where that says more than "the status is major". */
  fact: z
    .record(z.string(), z.string())
    .refine(
      (fact) => Object.keys(readFacts(fact)).length === Object.keys(fact).length,
      "tickets/facts.ts knows no such fact, or not with this value",
    )
    .optional(),
});

const watched = z.strictObject({
  /** What is said when no service at all answers. */
  platform: z.strictObject({ fails: sentence, nextStep: words }),
  services: z.array(service).nonempty(),
});

export type Service = z.infer<typeof service>;
export type Probe = Service["probe"];
/** What is watched on every site that has a `probe_url`. */
export type Services = z.infer<typeof watched>;

/** The watched services of the content folder. Throws with the field to mend. */
export async function readServices(path: string): Promise<Services> {
  return watched.parse(JSON.parse(await readFile(path, "utf8")));
}
