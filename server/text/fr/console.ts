import type { ConsoleText } from "../en/console.ts";

export const consoleText: ConsoleText = {
  helpDesk: "Support",
  sections: { queue: "File", sites: "Sites", mail: "E-mails" },
  sectionsLabel: "Console",
  search: "Rechercher des tickets, des personnes, des clients",
  searchHint: "Rechercher   /",
  save: "Enregistrer",
  cancel: "Annuler",

  me: {
    language: "Langue",
    timeZone: "Fuseau horaire",
    signOut: "Se déconnecter",
  },

  signIn: {
    title: "Connexion au support",
    lead: "Nous vous envoyons un lien par e-mail. Il vous connecte une seule fois et fonctionne pendant 15 minutes.",
    email: "E-mail professionnel",
    emailInvalid: "Saisissez un e-mail comme nom@example.com",
    send: "M’envoyer un lien",
    sentTitle: "Consultez votre messagerie",
    sent: "Si cette adresse est celle d’une personne du support, un lien vient de partir. Il sert une seule fois, pendant 15 minutes.",
    sentNothing:
      "Rien au bout de deux minutes\u202f? Regardez parmi les indésirables, ou demandez à un administrateur d’ajouter votre adresse.",
    again: "Utiliser une autre adresse",
    demo: "Entrer en tant que Camille Roy",
    demoLead: "Ceci est une démonstration\u00a0: aucun e-mail n’est nécessaire.",
    linkTitle: "Encore un clic",
    linkLead:
      "Les antivirus de messagerie ouvrent aussi les liens\u00a0: le lien seul ne connecte donc personne.",
    linkAct: "Se connecter",
    newLink: "Demander un nouveau lien",
  },

  teams: {
    regional_support: "Support régional",
    application_support: "Support applicatif",
    identity: "Identité",
    messaging: "Messagerie",
    infrastructure: "Infrastructure",
    data_migration: "Migration de données",
    customer_success: "Customer Success",
    customer_admin: "L’administrateur du client",
    security: "Sécurité",
  },
};
