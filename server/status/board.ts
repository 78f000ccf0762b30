import type { Locale, OpenProblem, StatusSnapshot } from "../contract/types.ts";
import { countryName } from "../../content/country-name.ts";
import { symptoms } from "../contract/symptoms.ts";
import type { Context } from "../context.ts";
import { findRegion } from "../tickets/regions.ts";
import { text } from "../text/text.ts";
import { saySince } from "../times.ts";
import { siteNow, type ServiceNow, type SiteNow } from "./site-now.ts";

/** The board of a site, in words. An unknown site is one of which nothing is known. */
export async function statusFor(context: Context, siteId: string, locale: Locale): Promise<StatusSnapshot> {
  const site = await siteNow(context, siteId);
  if (!site) return { status: "unknown", services: [], problems: [], at: context.clock.now().toISOString() };
  const { status, services } = site;
  const { timeZone } = findRegion(context.regions, site.region);
  const say = (sentence: Record<Locale, string>, since: Date) =>
    sentence[locale].replace("{since}", saySince(since, context.clock.now(), locale, timeZone));
  return {
    status,
    services: services.map(({ service, status, since }) => ({
      id: service.id,
      name: service.name[locale],
      status,
      since: since.toISOString(),
    })),
    problems:
      status === "critical"
        ? [platformProblem(context, services, locale, say)]
        : services.flatMap((service) => serviceProblem(service, locale, say)),
    ...delivery(site, locale),
    at: site.at.toISOString(),
  };
}

/** Not where our own SMS fail: that is told already, and it explains this. */
function delivery({ services, deliveryTrouble }: SiteNow, locale: Locale): Pick<StatusSnapshot, "delivery"> {
  const isOurs = services.some(({ service, status }) => service.id === "sms" && status === "major");
  if (isOurs || deliveryTrouble.length === 0) return {};
  const countries = deliveryTrouble.flatMap(({ country }) => (country ? [countryName(country, locale)] : []));
  const list = new Intl.ListFormat(locale, { type: "conjunction" }).format(countries);
  return { delivery: text(locale).status.delivery(list) };
}

type Say = (sentence: Record<Locale, string>, since: Date) => string;

/** One sentence for all when nothing works, since the last service stopped. */
function platformProblem(
  { services: { platform } }: Context,
  services: readonly ServiceNow[],
  locale: Locale,
  say: Say,
): OpenProblem {
  const since = new Date(Math.max(...services.map((service) => service.since.getTime())));
  return {
    id: `platform-${since.getTime()}`,
    service: "platform",
    status: "critical",
    title: say(platform.fails, since),
    nextStep: platform.nextStep[locale],
    since: since.toISOString(),
    symptoms: symptoms.filter((symptom) => symptom !== "security"),
  };
}

function serviceProblem({ service, status, since }: ServiceNow, locale: Locale, say: Say): OpenProblem[] {
  if (status !== "major" && status !== "minor") return [];
  return [
    {
      id: `${service.id}-${since.getTime()}`,
      service: service.id,
      status,
      title: say(status === "major" ? service.fails : service.slow, since),
      nextStep: service.nextStep[locale],
      since: since.toISOString(),
      symptoms: service.symptoms,
      ...(service.article === undefined ? {} : { article: service.article }),
    },
  ];
}
