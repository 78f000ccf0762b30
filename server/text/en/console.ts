import type { Team } from "../../tickets/qualification-rules.ts";

/** The words of the console. */
export const consoleText = {
  helpDesk: "Help desk",
  sections: { queue: "Queue", sites: "Sites", mail: "Mail" },
  sectionsLabel: "Console",
  search: "Search tickets, people, customers",
  searchHint: "Search   /",
  save: "Save",
  cancel: "Cancel",

  me: {
    language: "Language",
    timeZone: "Time zone",
    signOut: "Sign out",
  },

  signIn: {
    title: "Sign in to the help desk",
    lead: "We mail you a link. It signs you in once and works for 15 minutes.",
    email: "Work e-mail",
    emailInvalid: "Enter an e-mail like name@example.com",
    send: "Mail me a link",
    sentTitle: "Look into your mailbox",
    sent: "If this address belongs to somebody on the help desk, a link is on its way. It works once, for 15 minutes.",
    sentNothing:
      "Nothing after two minutes? Look among the unwanted mail, or ask an administrator to add your address.",
    again: "Use another address",
    demo: "Sign in as Camille Roy",
    demoLead: "This is a demonstration: no mail is needed.",
    linkTitle: "One more press",
    linkLead: "Mail scanners open links too, so the link alone signs nobody in.",
    linkAct: "Sign in",
    newLink: "Ask for a new link",
  },

  teams: {
    regional_support: "Regional support",
    application_support: "Application support",
    identity: "Identity",
    messaging: "Messaging",
    infrastructure: "Infrastructure",
    data_migration: "Data migration",
    customer_success: "Customer Success",
    customer_admin: "The customer’s administrator",
    security: "Security",
  } satisfies Record<Team, string>,
};

export type ConsoleText = typeof consoleText;
