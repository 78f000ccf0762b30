import type { StatusText } from "../en/status.ts";

export const status: StatusText = {
  pageTitle: (verdict) => `${verdict} | État des services DiliTrust`,
  allWork: "Tous les services fonctionnent",
  delivery: (countries) =>
    countries === ""
      ? "Les codes par SMS partent de chez nous, mais les opérateurs en remettent peu en ce moment."
      : `Les codes par SMS partent de chez nous, mais les opérateurs en remettent peu en ce moment\u00a0: ${countries}.`,
  manyProblems: (count) => `${count} services sont perturbés`,
  theyAre: (names, state) => `${names} : ${state.toLowerCase()}`,
  notKnown: "Nous ne savons pas dans quel état sont les services",
  notKnownSince: (time) =>
    `Rien n’a été mesuré depuis ${time}. Si quelque chose ne marche pas chez vous, signalez-le.`,
  connectionLost: "La connexion au serveur de cette page est perdue",
  connectionLostAdvice: (time) =>
    `Dernière nouvelle à ${time}. Vérifiez votre propre connexion ; la page reprendra d’elle-même.`,
  othersWork: "Tous les autres services fonctionnent.",
  checkedAt: "Vérifié à",
  timesIn: (city) => `Heure de ${city}.`,
  reload: "Recharger pour voir les nouvelles",
  whatToDo: "Que faire",
  states: {
    ok: "Fonctionne",
    minor: "Ralenti",
    major: "En partie interrompu",
    critical: "Interrompu",
    maintenance: "Maintenance",
    unknown: "Inconnu",
  },
  nowOpen: "En ce moment",
  updates: "Nouvelles",
  steps: {
    investigating: "Nous recherchons la cause",
    identified: "Cause identifiée",
    monitoring: "Réparé, nous restons attentifs",
    resolved: "Résolu",
  },
  services: "Services",
  site: "Afficher",
  show: "Afficher",
  howToRead:
    "Un trait par jour : plus il est haut, plus c’était grave. Survolez un trait, touchez-le ou utilisez les flèches pour lire ce qui s’est passé.",
  howToReadPlain: "Un trait par jour : plus il est haut, plus c’était grave.",
  days: (name) => `${name}, jour après jour`,
  nothingToReport: "rien à signaler",
  troubledDays: (days, ofDays, duration) =>
    days === 1
      ? `1 jour perturbé sur ${ofDays}, ${duration}`
      : `${days} jours perturbés sur ${ofDays}, ${duration} en tout`,
  plannedDays: (days) => (days === 1 ? "1 pause prévue" : `${days} pauses prévues`),
  notWatchedBefore: (day) => `pas de mesure avant le ${day}`,
  notWatched: "pas encore de mesure",
  wholeDay: "A fonctionné toute la journée",
  noMeasurement: "Pas de mesure",
  whatHappened: "Ce qui s’est passé",
  daysAgo: (days) => `il y a ${days} jours`,
  today: "Aujourd’hui",
  beforeToday: "Avant aujourd’hui",
  noIncidents: "Aucun incident jusqu’ici.",
  sample: "donnée d’exemple",
  stillOpen: "pas encore résolu",
  allUpdates: (count) => `Les ${count} nouvelles`,
  openUntil: (hour) => `ouvert jusqu’à ${hour}`,
  opens: (time) => `ouvre ${time}`,
  report: "Signaler un problème",
};
