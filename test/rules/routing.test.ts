import { expect, test } from "@playwright/test";
import { type Region, readRegions } from "../../server/tickets/regions.ts";
import { answerBy, openingOf, regionFor, teamContact, teamOfTicket } from "../../server/tickets/routing.ts";

const regions = await readRegions("content/regions.json");

function region(id: string): Region {
  return regions.find((region) => region.id === id)!;
}

test.describe("a report goes to the region of the contract, else to one of the language", () => {
  const cases: [
    string,
    Omit<Parameters<typeof regionFor>[1], "siteRegion"> & { siteRegion?: string },
    string,
  ][] = [
    [
      "the contract comes first",
      { customerRegion: "sa-br", locale: "fr", timeZone: "Europe/Paris" },
      "sa-br",
    ],
    ["the site's region, if it speaks the language", { locale: "en", timeZone: "America/Toronto" }, "eu-fr"],
    ["a language with its country", { locale: "fr-CA", timeZone: "America/Toronto" }, "eu-fr"],
    ["else a region of that language", { locale: "it" }, "eu-it"],
    ["several speak it: that of the time zone", { locale: "es", timeZone: "America/Sao_Paulo" }, "sa-br"],
    ["or of the same continent", { locale: "es", timeZone: "America/Bogota" }, "sa-br"],
    ["or the first", { locale: "es", timeZone: "Asia/Tokyo" }, "eu-es"],
    ["Arabic from Tunis", { locale: "ar", timeZone: "Africa/Tunis" }, "mena-ma"],
    ["Arabic from Riyadh", { locale: "ar", timeZone: "Asia/Riyadh" }, "mena-ae"],
    ["nobody speaks it: the site's region", { locale: "de", siteRegion: "na-ca" }, "na-ca"],
    ["a region that is gone counts as none", { customerRegion: "eu-de", locale: "de" }, "eu-fr"],
    ["nor does a site's region that is gone", { locale: "de", siteRegion: "eu-de" }, "eu-fr"],
  ];
  for (const [name, reporter, id] of cases) {
    test(name, () => expect(regionFor(regions, { siteRegion: "eu-fr", ...reporter }).id).toBe(id));
  }
});

test.describe("a team says whether it is open, and when that changes", () => {
  const cases: [string, string, string, boolean, string][] = [
    ["a Tuesday morning", "eu-fr", "2026-11-24T09:00Z", true, "2026-11-24T18:00Z"],
    ["the minute it opens", "eu-fr", "2026-11-24T07:30Z", true, "2026-11-24T18:00Z"],
    ["the minute it closes", "eu-fr", "2026-11-24T18:00Z", false, "2026-11-25T07:30Z"],
    ["a Friday evening", "eu-fr", "2026-11-27T20:00Z", false, "2026-11-30T07:30Z"],
    ["the weekend of the change to summer time", "eu-fr", "2027-03-26T20:00Z", false, "2027-03-30T06:30Z"],
    ["the weekend of the change to winter time", "eu-fr", "2026-10-23T18:00Z", false, "2026-10-26T07:30Z"],
    ["Christmas on a Friday", "eu-fr", "2026-12-24T19:00Z", false, "2026-12-28T07:30Z"],
    ["a feast that is not everywhere", "eu-it", "2026-12-07T10:00Z", false, "2026-12-09T08:00Z"],
    ["Dubai on a Friday morning", "mena-ae", "2026-11-27T07:00Z", true, "2026-11-27T08:00Z"],
    ["Dubai on a Friday afternoon", "mena-ae", "2026-11-27T09:00Z", false, "2026-11-30T04:00Z"],
    ["Montréal, evening in Paris", "na-ca", "2026-11-24T18:30Z", true, "2026-11-25T01:00Z"],
    ["Montréal while clocks differ by an hour less", "na-ca", "2027-03-15T12:00Z", true, "2027-03-16T00:00Z"],
    ["Casablanca in Ramadan, an hour back", "mena-ma", "2027-02-22T08:00Z", false, "2027-02-22T08:30Z"],
    ["Casablanca otherwise", "mena-ma", "2026-11-24T08:00Z", true, "2026-11-24T17:00Z"],
    ["two feasts around a weekend", "sa-br", "2027-02-05T22:00Z", false, "2027-02-10T12:00Z"],
  ];
  for (const [name, id, at, isOpen, changesAt] of cases) {
    test(`${name} (${id})`, () => {
      expect(openingOf(region(id), new Date(at))).toEqual({ isOpen, changesAt: new Date(changesAt) });
    });
  }

  test("a break in the day closes", () => {
    const withBreak = { ...region("eu-it"), hours: { tue: ["09:00-12:30", "14:00-18:00"] } };
    expect(openingOf(withBreak, new Date("2026-11-24T12:00Z"))).toEqual({
      isOpen: false,
      changesAt: new Date("2026-11-24T13:00Z"),
    });
  });

  test("a team that never opens is a mistake in the file", () => {
    expect(() => openingOf({ ...region("eu-it"), hours: {} }, new Date())).toThrow("eu-it");
  });
});

test.describe("an answer is promised for", () => {
  const cases: [string, string, 1 | 2 | 3 | 4, string, string][] = [
    ["severity 1: 15 minutes, at night too", "eu-fr", 1, "2026-11-28T02:00Z", "2026-11-28T02:15Z"],
    ["severity 2: an hour while open", "eu-fr", 2, "2026-11-24T09:00Z", "2026-11-24T10:00Z"],
    ["severity 2: Montréal goes on in the evening", "eu-fr", 2, "2026-11-24T18:30Z", "2026-11-24T19:30Z"],
    ["severity 2: at the end of the day too", "eu-fr", 2, "2026-11-24T17:40Z", "2026-11-24T18:40Z"],
    ["severity 2: Paris takes over Montréal's night", "na-ca", 2, "2026-11-24T09:00Z", "2026-11-24T10:00Z"],
    ["severity 2: nobody open, who opens first", "eu-fr", 2, "2026-11-25T02:00Z", "2026-11-25T08:30Z"],
    ["severity 2: a Friday night waits for Monday", "eu-fr", 2, "2026-11-28T02:00Z", "2026-11-30T08:30Z"],
    ["severity 3: four working hours", "eu-fr", 3, "2026-11-24T09:00Z", "2026-11-24T13:00Z"],
    ["severity 3: the rest tomorrow", "eu-fr", 3, "2026-11-24T16:00Z", "2026-11-25T09:30Z"],
    ["severity 3: the rest on Monday", "eu-fr", 3, "2026-11-27T16:00Z", "2026-11-30T09:30Z"],
    ["severity 3: over Dubai's short Friday", "mena-ae", 3, "2026-11-26T12:00Z", "2026-11-27T07:00Z"],
    ["severity 3: over the change to summer time", "na-ca", 3, "2027-03-12T23:00Z", "2027-03-15T14:00Z"],
    ["severity 3: over feasts", "eu-fr", 3, "2026-12-24T17:00Z", "2026-12-28T10:30Z"],
    [
      "severity 4: the same time on the next working day",
      "eu-fr",
      4,
      "2026-11-24T14:20Z",
      "2026-11-25T14:20Z",
    ],
    ["severity 4: Friday to Monday", "eu-fr", 4, "2026-11-27T14:20Z", "2026-11-30T14:20Z"],
    [
      "severity 4: the evening counts as the next morning",
      "eu-fr",
      4,
      "2026-11-24T20:00Z",
      "2026-11-26T07:30Z",
    ],
    ["severity 4: not after the end of a short day", "mena-ae", 4, "2026-11-26T11:00Z", "2026-11-27T08:00Z"],
    ["severity 4: over the change to winter time", "eu-fr", 4, "2026-10-23T14:20Z", "2026-10-26T15:20Z"],
  ];
  for (const [name, id, severity, at, expected] of cases) {
    test(name, () => {
      const ticket = { severity, security: false, region: region(id), at: new Date(at) };
      expect(answerBy(regions, ticket)).toEqual(new Date(expected));
    });
  }

  test("a breach of any severity: 15 minutes", () => {
    const ticket = {
      severity: 2,
      security: true,
      region: region("eu-it"),
      at: new Date("2026-11-29T03:00Z"),
    } as const;
    expect(answerBy(regions, ticket)).toEqual(new Date("2026-11-29T03:15Z"));
  });
});

test("a reporter sees the team's name in their language, and a phone only where there is one", () => {
  const at = new Date("2026-11-24T09:00Z");
  expect(teamContact(region("eu-fr"), "fr", at)).toEqual({
    name: "Support Paris",
    email: "support-fr@example.com",
    phone: "+33 1 99 00 12 34",
    isOpen: true,
    changesAt: "2026-11-24T18:00:00.000Z",
    timeZone: "Europe/Paris",
  });
  expect(teamContact(region("eu-it"), "en", at)).not.toHaveProperty("phone");
});

test("a breach is with the security team, which never closes", () => {
  const team = teamOfTicket(
    { region: region("eu-fr"), isSealed: true },
    "fr",
    new Date("2026-11-29T03:00Z"), // a Sunday night
  );
  expect(team).toMatchObject({ name: "Équipe sécurité", isOpen: true });
  expect(team).not.toHaveProperty("changesAt");
  expect(team).not.toHaveProperty("phone"); // the region's, which nobody answers at night
});

test("who takes over shares a language, and every holiday has a list for this year and the next", () => {
  for (const { next, languages, holidays } of regions) {
    for (const id of next) {
      expect(region(id).languages.filter((language) => languages.includes(language))).not.toEqual([]);
    }
    const years = new Set(Object.keys(holidays).map((date) => date.slice(0, 4)));
    expect([...years]).toEqual(["2026", "2027"]);
  }
});
