import { readFile } from "node:fs/promises";
import { z } from "zod";

/** In the order of `Date.getUTCDay`. */
export const weekdays = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

const hours = z.string().regex(/^\d\d:\d\d-\d\d:\d\d$/, "hours are written 08:30-19:00");

const region = z.strictObject({
  id: z.string(),
  city: z.string(),
  name: z.strictObject({ en: z.string(), fr: z.string() }),
  timeZone: z
    .string()
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone), "unknown time zone"),
  languages: z.array(z.string()).nonempty(),
  /** Several openings a day where there is a break; a day that is missing is closed. */
  hours: z.partialRecord(z.enum(weekdays), z.array(hours).nonempty()),
  /** Null where the team calls back instead. */
  phone: z.string().nullable(),
  email: z.email(),
  /** Who takes over what cannot wait when this team is closed, best first. */
  next: z.array(z.string()),
  /** Date → name. Moving feasts are listed as the calendar expects them; correct them once they are announced. */
  holidays: z.record(z.iso.date(), z.string()),
});

/** One of our support teams. */
export type Region = z.infer<typeof region>;
export type Regions = readonly [Region, ...Region[]];

/** The support regions of the content folder. Throws with the field to mend. */
export async function readRegions(path: string): Promise<Regions> {
  const [first, ...others] = z.array(region).parse(JSON.parse(await readFile(path, "utf8")));
  if (first === undefined) throw new Error(`${path}: at least one region is needed`);
  const regions: Regions = [first, ...others];
  const ids = new Set(regions.map(({ id }) => id));
  const unknown = regions.flatMap(({ next }) => next).find((id) => !ids.has(id));
  if (unknown) throw new Error(`${path}: next names the region ${unknown}, which is not in the file`);
  return regions;
}

/** The region of an id; the first one for an id that left the file, so that no ticket is without a team. */
export function findRegion(regions: Regions, id: string): Region {
  return regions.find((region) => region.id === id) ?? regions[0];
}
