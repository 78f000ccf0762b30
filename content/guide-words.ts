import type { Locale } from "../server/contract/types.ts";
import { traits } from "./guide.ts";

type Values<Name extends "role" | "idp"> = Record<(typeof traits)[Name][number], string>;

/** What every guide says alike, so that its author need not write it. */
interface GuideWords {
  answers: { yes: string; no: string; cannot: string };
  role: { question: string; values: Values<"role"> };
  idp: { question: string; values: Values<"idp"> };
  /** Of a step that nobody has looked at for long. */
  old: (day: string) => string;
}

const providers: Omit<Values<"idp">, "other"> = {
  entra: "Microsoft Entra ID",
  adfs: "AD FS",
  okta: "Okta",
  google: "Google Workspace",
  ping: "PingFederate",
  keycloak: "Keycloak",
};

export const guideWords: Record<Locale, GuideWords> = {
  en: {
    answers: { yes: "Yes", no: "No", cannot: "I cannot do this" },
    role: {
      question: "What do you do on the platform?",
      values: {
        user: "I work with it",
        admin: "I administer it, or sign-in, for my organisation",
        staff: "I work for support",
      },
    },
    idp: {
      question: "Which service does your organisation sign in with?",
      values: { ...providers, other: "Another, or I do not know" },
    },
    old: (day) => `This was last checked on ${day}: the screens may look different today.`,
  },
  fr: {
    answers: { yes: "Oui", no: "Non", cannot: "Je ne peux pas le faire" },
    role: {
      question: "Que faites-vous sur la plateforme\u202f?",
      values: {
        user: "Je l’utilise",
        admin: "Je l’administre, ou la connexion, pour mon organisation",
        staff: "Je travaille au support",
      },
    },
    idp: {
      question: "Quel est le service de connexion de votre organisation\u202f?",
      values: { ...providers, other: "Un autre, ou je ne sais pas" },
    },
    old: (day) => `Vérifié pour la dernière fois le ${day}\u00a0: les écrans ont pu changer depuis.`,
  },
};
