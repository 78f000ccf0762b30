import type { DemoBoardText } from "../en/demo-board.ts";

export const demoBoard: DemoBoardText = {
  zone: "heure de Paris",
  bodies: {
    board: "Conseil d’administration",
    audit: "Comité d’audit",
    remuneration: "Comité des rémunérations",
  },
  places: { room: "Paris, salle 4", video: "Visioconférence" },
  items: {
    opening: "Ouverture et quorum",
    minutes: "Procès-verbal de la dernière séance",
    results: "Résultats du troisième trimestre",
    lumen: "Projet Lumen : décision",
    delegations: "Délégations de pouvoirs",
    other: "Questions diverses",
    strategy: "Stratégie à trois ans",
    budget: "Premier projet de budget",
    risks: "Cartographie des risques",
    closing: "Préparation de la clôture annuelle",
  },
  documents: {
    minutes: {
      title: "Projet de procès-verbal",
      pages: [
        {
          heading: "Procès-verbal de la dernière séance",
          paragraphs: [
            "Présents : Henrik Solberg (président), Claire Morel, Amara Diallo, Tomás Rivera, Ingrid Falk, Yusuf Demir, Lucien Ferrand et Mei Tanaka. Beatrice Conti était représentée par Ingrid Falk. Paul Lindqvist assurait le secrétariat.",
            "Le président a ouvert la séance à 14 h 02 et constaté que le quorum était atteint. L’ordre du jour a été adopté sans changement.",
            "Le conseil a débattu de la stratégie à trois ans. Il a demandé une comparaison des deux scénarios et de leur effet sur la dette, à présenter à la prochaine séance.",
          ],
        },
        {
          heading: "Décisions",
          paragraphs: [
            "Le conseil a approuvé à l’unanimité le procès-verbal de la séance précédente.",
            "Le conseil a pris acte du premier projet de budget et a demandé à la direction de ramener les investissements au niveau de l’année en cours.",
            "La séance a été levée à 16 h 40.",
          ],
        },
      ],
    },
    results: {
      title: "Rapport trimestriel",
      pages: [
        {
          heading: "Résultats du troisième trimestre",
          paragraphs: [
            "Le chiffre d’affaires progresse de 3,6 % sur le trimestre, porté par les services. Le résultat opérationnel croît plus vite que l’activité, car la nouvelle usine a atteint la production prévue.",
            "La dette nette recule pour le quatrième trimestre consécutif. La direction confirme les perspectives données en juillet.",
          ],
          table: {
            columns: ["Millions d’euros", "Troisième trimestre", "An dernier", "Écart"],
            rows: [
              ["Chiffre d’affaires", "412,6", "398,1", "+3,6 %"],
              ["Résultat opérationnel", "51,3", "46,8", "+9,6 %"],
              ["Résultat net", "33,9", "31,2", "+8,7 %"],
              ["Dette nette", "187,0", "214,5", "−12,8 %"],
            ],
          },
        },
        {
          heading: "Par activité",
          paragraphs: [
            "Les services représentent désormais deux cinquièmes du chiffre d’affaires. L’équipement est stable : deux grandes commandes ont glissé au quatrième trimestre.",
          ],
          table: {
            columns: ["Millions d’euros", "Troisième trimestre", "An dernier", "Écart"],
            rows: [
              ["Services", "166,2", "151,0", "+10,1 %"],
              ["Équipement", "171,9", "172,4", "−0,3 %"],
              ["Énergie", "74,5", "74,7", "−0,3 %"],
            ],
          },
        },
      ],
    },
    cash: {
      title: "Trésorerie et perspectives",
      pages: [
        {
          heading: "Trésorerie et perspectives",
          paragraphs: [
            "Fin septembre, le groupe disposait de 96 millions d’euros de trésorerie et de 150 millions d’euros de lignes de crédit non tirées. Aucun remboursement de plus de 20 millions d’euros n’est dû avant 2028.",
            "Dans le scénario prudent, la trésorerie reste supérieure à 70 millions d’euros à chacun des six prochains trimestres.",
          ],
        },
      ],
    },
    lumen: {
      title: "Projet Lumen : note de décision",
      pages: [
        {
          heading: "Projet Lumen : note de décision",
          paragraphs: [
            "Il est demandé au conseil d’approuver l’achat de 60 % des actions de la société appelée ici Lumen, pour 48 millions d’euros, avec une option sur le solde dans trois ans.",
            "Lumen emploie 210 personnes sur deux sites et entretient des équipements de comptage. Ses clients sont déjà en grande partie les nôtres.",
          ],
        },
        {
          heading: "Ce qui est demandé au conseil",
          paragraphs: [
            "Approuver l’achat dans les limites décrites ci-dessus ; autoriser le directeur général à signer l’accord avant la fin de l’année ; recevoir deux fois par an un rapport sur l’intégration.",
            "Le vote a lieu en séance. Les membres absents votent par procuration avant 13 h.",
          ],
        },
      ],
    },
    lumenRisks: {
      title: "Projet Lumen : risques",
      pages: [
        {
          heading: "Projet Lumen : risques",
          paragraphs: [
            "Trois risques ont été examinés avec des conseils extérieurs : le départ d’ingénieurs clés, un contrat-cadre qui s’achève en 2028 et le coût du rapprochement des systèmes d’information. Chacun a un responsable et un seuil au-delà duquel le comité d’audit est informé.",
          ],
          table: {
            columns: ["Risque", "Probabilité", "Effet", "Responsable"],
            rows: [
              ["Départ d’ingénieurs clés", "Moyenne", "Fort", "Ressources humaines"],
              ["Fin du contrat-cadre", "Faible", "Fort", "Services"],
              ["Coût du rapprochement", "Moyenne", "Moyen", "Systèmes d’information"],
            ],
          },
        },
      ],
    },
    delegations: {
      title: "Seuils proposés",
      pages: [
        {
          heading: "Délégations de pouvoirs",
          paragraphs: [
            "Les seuils n’ont pas changé depuis 2022. La direction propose de relever ceux des achats courants et de laisser inchangés ceux des acquisitions et des garanties.",
          ],
          table: {
            columns: ["Milliers d’euros", "Aujourd’hui", "Proposé"],
            rows: [
              ["Achats courants, responsable de site", "50", "75"],
              ["Achats courants, division", "250", "400"],
              ["Garanties, directeur général", "5 000", "5 000"],
              ["Acquisitions, directeur général", "2 000", "2 000"],
            ],
          },
        },
      ],
    },
  },
  roles: {
    chair: "Président du conseil",
    chief_executive: "Directeur général",
    independent: "Collège des indépendants",
    employees: "Collège des salariés",
    secretary: "Secrétaire du conseil",
  },
};
