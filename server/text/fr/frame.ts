import type { FrameText } from "../en/frame.ts";

export const frame: FrameText = {
  skip: "Aller au contenu",
  brand: "DiliTrust",
  help: "Aide",
  helpCentre: "Centre d’aide",
  status: "État des services",
  otherLanguage: "English",
  doorsTitle: "Un problème signalé dans une page, résolu dans la même page.",
  doorsLead:
    "Cette copie fonctionne avec des données d’exemple : entreprises fictives, 15 demandes, un incident passé. Commencez par la première porte ; une minute suffit.",
  doorsLeadPlain: "L’aide au cœur de vos plateformes, pour ceux qui s’en servent et ceux qui les assistent.",
  problemDoor: "J’ai un problème",
  problemDoorText:
    "Ouvrez un portail de conseil dont la connexion d’entreprise est en panne. L’aide vous dit pourquoi avant toute question ; signalez-le en quelques gestes et voyez la réponse arriver.",
  problemDoorAct: "Ouvrir le portail",
  problemDoorHint: (host) => `${host}, une autre origine, comme dans la réalité`,
  problemDoorPlain: "Lisez comment d’autres l’ont résolu, ou voyez si quelque chose est en panne.",
  problemDoorPlainAct: "Ouvrir le centre d’aide",
  supportDoor: "J’assiste",
  supportDoorText:
    "Une demande telle que le support la voit : qui est bloqué, jusqu’à quand, la cause et ses preuves, et une réponse prête à relire.",
  supportDoorAct: "Se connecter au support",
  supportDoorHint: "un seul clic dans cette démonstration",
  embedDoor: "J’intègre",
  embedDoorText:
    "Une ligne dans votre page. Tant que personne ne l’ouvre : une requête, 3 ko, rien n’est enregistré.",
  copy: "Copier",
  copied: "Copié",
  upSince: (time) => `En service depuis ${time}`,
  demoNote: "DEMO=0 retire les données d’exemple.",
  securityTeam: "Équipe sécurité",
  reportTitle: (key) => `Votre signalement ${key}`,
  reportLead: "Votre signalement s’ouvre dans le panneau d’aide. Les réponses y arrivent d’elles-mêmes.",
  reportNoScript:
    "Cette page a besoin de JavaScript pour afficher votre signalement. Répondez plutôt à notre e-mail : il parvient à la même équipe.",
};
