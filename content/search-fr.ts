import { stemmer } from "@orama/stemmers/french";
import type { SearchLanguage } from "./search.ts";

export const french: SearchLanguage = {
  split: (text) => text.replace(/\b(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'/g, " "),
  // Words come here without accents: "supprimees" is brought back to what the usual rules know, and what they leave
  // apart ("nettoie", "nettoyer"; "appelle", "appeler") is brought together.
  stem: (word) =>
    stemmer(word.replace(/(?<=..)ees?$/, "e"))
      .replace(/y/g, "i")
      .replace(/([lmnprst])\1/g, "$1")
      .replace(/(?<=...)[ei]+$/, ""),
  // The usual list without "sans", "plus", "jamais" and "rien", which turn a meaning round; "pas" is in it, since
  // every complaint has one. Then what people say around their problem, and the English around an English error.
  stopWords: new Set(
    (
      "a ai aie ait alors apres au aucun aux avais avait avant avec avez avoir avons c ca car ce ceci cela ces cet " +
      "cette chez ci comme comment d dans de depuis des donc du elle elles en entre es est et etaient etais etait " +
      "ete etes etre eu eux faire fait faites fais font il ils j je jai jusque l la le les leur leurs lui m ma mais " +
      "me meme mes moi mon n ne nos notre nous on ont ou par parce pas pendant peut peux pour pourquoi qu quand que " +
      "quel quelle quelles quels qui quoi s sa se sera ses si son sont sous sur t ta te tes toi ton tous tout toute " +
      "toutes tres tu un une va vais vers veut veux vos votre vous y " +
      "bonjour bonsoir merci svp stp sil plait aide aider besoin dois doit faut peuvent voudrais savoir chose cest " +
      "the is are of to in your you has have please and this that with for not " +
      "oui non bien juste deja encore lors puis ensuite aussi ainsi assez trop peu beaucoup vraiment " +
      "toujours aujourd hui lundi mardi mercredi jeudi vendredi janvier fevrier mars avril juin juillet aout " +
      "septembre octobre novembre decembre trois quatre cinq six sept huit dix onze premier deuxieme " +
      "troisieme autre autres h mme mlle mr etc lorsque soit dire dit dites vient ici voila quelqu quelque " +
      "quelques by which do does doesn was be will at an or if it ok test bon bonne coucou ouf pourtant " +
      "cependant parfois celui celle ceux laquelle lequel soi part mettre prendre tel telle chaque aucune " +
      "autant bref dispose disposez necessaire necessaires gene gener veuillez suis allez vu " +
      "question sais sait sert servez regarde pouvez pourriez aurait aurais serai pu age infiniment jour jours journee annee http"
    ).split(" "),
  ),
  synonyms: [
    // Phones, codes and the second factor
    "telephone portable mobile smartphone tel gsm cellulaire cell natel phone iphone fil combine telephonique",
    "numero num no number numeros",
    "sms texto message text",
    "code otp pin chiffres passcode",
    "2fa mfa double_authentification double_auth double_authent deux_etapes second_facteur deuxieme_facteur authenticator authentificateur totp",
    "operateur puce sim forfait carte_sim esim",
    "etranger voyage deplacement itinerance roaming expatrie",
    "indicatif prefixe code_pays zero international",
    "fixe ligne_fixe",
    "renvoyer redemander",
    "qr_code flashcode scanner flasher code_barres appareil_photo code_2d viser",
    "secours recuperation backup",
    "identite justificatif carte_d'identite passeport verifier verification",
    // Signing in
    "reinitialiser reset refaire remettre_a_zero regenerer",
    "changer modifier remplacer",
    "provisoire temporaire initial temporary",
    "regle complexite caracteres simple faible majuscule",
    "affecter assigner attribuer assigned",
    "connexion connecter loguer identifier identification authentification authentifier entrer rentrer acceder log_in sign_in logged",
    "deconnecter ejecter sorti expulser vire dehors logout",
    "mot_de_passe mdp password pwd passe mots_de_passe",
    "oublie oublier perdu souviens retrouver forgot forgotten",
    "compte profil utilisateur account user",
    "identifiant login",
    "verrouille bloque suspendu desactive inactif fige gele locked blocked disabled banni ferme",
    "debloquer deverrouiller reactiver rouvrir liberer unlock",
    "tentative essai rate echec fois attempt",
    "session inactivite veille timeout deconnexion_automatique",
    "expirer perimer echeance echu caduc valable valide expired",
    "sso saml federation fede idp authentification_unique adfs",
    "certificat certif cert cle empreinte metadonnees",
    "renouveler remplacer rotation basculer changement renew",
    "boucle redirection tourner rond sans_cesse loop redirect rediriger indefiniment",
    "cookie temoin traceur",
    "cadre iframe intranet sharepoint teams",
    "entra azure microsoft",
    "fusionner regrouper reunir rassembler reunifier",
    "mariage nom_de_famille nom_de_jeune_fille nouveau_nom change_de_nom nom_marital",
    "doublon double deux_fois deux_comptes dedoubler duplicate",
    // Pages and browsers
    "vider effacer supprimer purger nettoyer enlever retirer vidage clear delete nettoyage reset",
    "cache historique temporaires memoire donnees_de_navigation",
    "ancien vieux vieille precedent obsolete dernier semaine_derniere mois_dernier perime",
    "actualiser recharger rafraichir f5 refresh reload ctrl_f5",
    "mise_a_jour maj update montee_de_version livraison mise_en_prod mise_en_production nouvelle_version release refonte evolution deploiement nouvelle_interface",
    "afficher voir vois voit montrer apparaitre visible display",
    "page ecran site fenetre onglet accueil tableau_de_bord dashboard screen interface",
    "blanc blanche vide vierge gris blank white empty",
    "charger tourner mouliner sablier load loading failed_to_load tourne_en_rond rond",
    "bouton menu icone lien touche",
    "bloqueur adblock bloqueur_de_pub antipub extension module_complementaire publicite pub",
    "rester bloque fige coince plante gele freeze",
    "navigateur fureteur butineur chrome firefox edge safari opera brave browser internet_explorer ie vivaldi",
    "compatible compatibilite accepte supporte pris_en_charge prerequis configuration_requise supported recommande exige requis required depasse desuet",
    "ordinateur ordi pc poste laptop mac machine pc_portable macbook becane station",
    "ipad tablette android samsung",
    "application appli app",
    "mdm intune jamf flotte parc deployer pousser administre workspace_one",
    "lent lenteur rame mouline trainer interminable eternite slow long ralenti saccade lambine fige patauger fluide poussif ralentissement latence lourdeur escargot temps_fou rapide rapidite reactif performance",
    "panne coupure interruption indisponible inaccessible plante maintenance down unavailable hors_service crash en_rade injoignable hs mort tombe ko travaux intervention outage",
    "casse saute marche fonctionne remarche broken deconner merder foirer bugger detraque",
    "chez_moi que_moi chez_vous moi_seul tout_le_monde",
    "gauche droite haut bas",
    "erreur echec echouer error failed failure",
    "langue francophone neerlandophone germanophone anglophone flamand portugais anglais francais allemand espagnol italien neerlandais traduire traduction english language arabe chinois",
    "heure horloge fuseau retard avance decalage date clock",
    "repondre reagir",
    "installer reinstaller desinstaller",
    "store boutique magasin app_store google_play play_store",
    "demarrer demarrage lancer ouverture",
    "deplacer place passe",
    "tri ordre envers inverse colonne",
    "marge bord coupe tronque rogne deborder",
    "caractere lettre carre symbole accent police signe",
    "pages interface presentation apparence aspect design ergonomie",
    // Documents and meetings
    "ouvrir consulter lire apercu visualiser lecture open",
    "endommage corrompu abime illisible damaged corrupted",
    "format type extension unsupported",
    "virus antivirus infecte smartscreen defender",
    "trace preuve historique journal attester justifier",
    "interrompu interrompre arreter stopper couper milieu",
    "pop_up fenetre_surgissante bloqueur",
    "grise inactif desactive",
    "stockage espace plein sature",
    "reporter repousser decaler deplacer annuler ajourner",
    "brouillon publier publication draft diffuser visible",
    "partager transmettre copie",
    "scanne numerise ocr ocerisation",
    "nomination mandat gerant dirigeant",
    "document fichier pdf piece annexe papier file",
    "dossier liasse pack classeur board_pack",
    "ordre_du_jour odj agenda",
    "proces_verbal pv compte_rendu",
    "seance reunion conseil assemblee comite ag meeting board session_du_conseil assemblee_generale codir comex",
    "convocation convoquer invitation convie avise",
    "agenda calendrier ics outlook evenement rendez_vous",
    "membre administrateur director president actionnaire secretaire mandataire_social",
    "deposer depot televerser upload importer ajouter joindre mettre_en_ligne envoi glisser publier charger_un_fichier",
    "telecharger download enregistrer sauvegarder recuperer copie_locale",
    "volumineux lourd gros taille mo too_large limite gigas trop_gros",
    "imprimer impression papier print sortir_sur_papier",
    "filigrane mon_nom",
    "export extraction extraire excel csv rapport etat tableur xlsx generer edition",
    "organigramme structure schema powerpoint",
    "annotation note commentaire remarque stabilo surligneur feutre crayon marqueur annoter surlignage surligner gribouillis griffonner manuscrit souligner post_it stylet",
    "disparaitre disparu perdu envole manquer absent introuvable volatilise efface evapore",
    "hors_connexion hors_ligne avion train sans_reseau sans_internet sans_wifi pas_de_wifi pas_de_reseau offline sans_couverture zone_blanche tunnel bateau deconnecte",
    "synchroniser synchro sync",
    "signature signer signataire parapheur parapher docusign eidas qualifiee contresigner signature_electronique enveloppe envelope sign",
    "vote scrutin voix suffrage resolution abstenir deliberation majorite quorum depouillement decompte bulletin",
    "present presence absent participant emargement",
    "pouvoir procuration mandataire representant",
    "cloture clos ferme termine closed",
    "recherche chercher retrouver trouver resultat search found results localiser requete",
    "societe filiale entite entreprise groupe succursale",
    "reprise migration bascule ancien_logiciel ancien_systeme ancien_outil reprendre migrer importation transfert",
    "faux fausse errone inexact incorrect mauvais wrong",
    // Sound, picture and network
    "visioconference visio video teams zoom webex distance distanciel remote videoconference audioconference",
    "son micro entendre audio echo larsen siffler resonner haut_parleur muet bruit entends",
    "camera webcam image visage",
    "pare_feu firewall proxy passerelle fortigate zscaler squid netskope bluecoat palo_alto checkpoint forcepoint websocket temps_reel flux domaines ports hotes liste_blanche ip url endpoints autoriser_les_domaines",
    "reseau wifi internet network partage_de_connexion 4g",
    "informatique informaticien dsi service_informatique it",
    "inspection dechiffrement ssl tls cert_authority_invalid certificat_non_reconnu",
    // Mail
    "couper arreter desabonner desinscrire quotidien hebdomadaire relance trop_de semaine",
    "mail e_mail courriel mel messagerie boite boite_mail",
    "spam indesirable pourriel junk quarantaine filtre_anti_spam antispam",
    "notification alerte rappel relance avis avertir prevenir prevenu informer aviser tenir_au_courant abonner",
    "spf dkim dmarc smtp mx relais_de_messagerie domaine_expediteur bounce non_distribue mimecast proofpoint prestataire_de_messagerie",
    "recevoir recu recois recoit recoivent arriver parvenir vient venir",
    // Rights and security
    "droit acces permission autorisation habilitation role access authorized forbidden privilege",
    "refuser rejeter interdit denied refused rejected",
    "violation fuite divulgation donnees_personnelles rgpd",
    "securite pirate piratage hameconnage phishing faille vulnerabilite suspect bizarre arnaque intrusion malveillant usurpation compromis faux frauduleux",
    "vole perdu derobe stolen",
    "rssi dpo delegue_a_la_protection responsable_securite securite_informatique cil",
    "confidentiel masque cache secret",
    // Support
    "suivre suivi statut avancement ou_en_est",
    "retablir reparer remarcher resolu resolution_du_probleme",
    "support assistance helpdesk hotline service_client sav votre_equipe",
    "appeler joindre contacter rappeler telephoner parler numero_vert quelqu'un",
    "humain conseiller agent quelqu_un interlocuteur",
    "equipe bureau agence",
    "horaires ouverture ouvert ferie samedi dimanche week_end jour_ferie paques toussaint",
    "pays region afrique dakar bamako cotonou lome cameroun douala mali benin togo lausanne zurich liege namur anvers laval sherbrooke ottawa canada quebec montreal suisse geneve belgique bruxelles luxembourg maroc casablanca tunisie senegal abidjan italie rome milan espagne madrid dubai paris",
    "signalement signaler demande ticket requete req echange reclamation plainte dossier_ouvert",
    "repondre reponse retour nouvelles suite news",
    "gravite majeur mineur grave severite priorite critique urgent urgence niveau p1 bloquant",
    "definition signifie veut_dire difference distinguer distinction classer classement qualifier categorie",
    "accord desaccord conteste",
    "processus procedure traiter gestion gerer frequence etape communication",
    "valider validation recette controle verifier approuver",
    "delai sla combien_de_temps attendre patienter attente temps_de_reponse",
    "incident anomalie bug bogue",
    "retour_d'experience analyse_des_causes post_mortem rex",
  ],
  elsewhere: [
    // Argent, vente, contrats
    "facture facturation devis offre prix tarif cout cher remise licence abonnement avenant paiement paye fiche_de_paie",
    "paie salaire retraite honoraires jeton impot imposition taxe tva dividende bourse pret loyer banque",
    "bancaire carte_bancaire rib iban argent euro dollar bitcoin taux_de_change bon_de_commande virement amende",
    "note_de_frais frais remboursement rembourser assurance investir comptable compta comptes_annuels bilan commercial demonstration",
    "formation webinaire newsletter concurrent carriere recrutement emploi stage alternance candidature pdg salarie",
    "entretien_annuel resilier chiffre_d'affaires affaires",
    // Droit et gouvernance
    "loi legal droit_francais droit_belge avocat notaire tribunal statuts reglement_interieur",
    "code_de_commerce code_des_societes code_civil devoir_de loyaute faillite marque_deposee brevet ifrs csrd rse sanctions",
    "conformite conflit_d'interets duree_du_mandat revoquer greffe beneficiaires_effectifs immatriculer depot_des_comptes",
    "pacte_d'actionnaires accord_de_confidentialite independant bonnes_pratiques modele dissolution se_deporter",
    // Bureaux, voyages, vie
    "salle_de_reunion chaise ascenseur badge gardien parking garage etage chauffage climatisation menage",
    "videoprojecteur projecteur piles encre toner destructeur fournitures coursier colis plantes meuble armoire cantine repas traiteur fleurs",
    "plat_du_jour dejeuner diner restaurant sandwich cafe vin gateau fete anniversaire noel taxi billet aeroport",
    "visa voiture bus conges vacances arret_maladie malade medecin hopital meteo football foot election covid cinema",
    "theatre concert musique chanson jeu loto gym sport recette_de cuire crepe pizza soupe chien chat bebe ecole",
    "jardin acheter achat commander vendre cadeau parapluie cravate reserver machine_a_laver machine_a_cafe",
    "blague robot ciel capitale pas_cher bonne_annee carte_de_visite",
    // Autres produits
    "netflix facebook instagram whatsapp twitter linkedin youtube spotify amazon paypal wikipedia google_maps salesforce sap",
    "oracle workday sage slack jira trello photoshop acrobat chatgpt formule fond_d'ecran clavier moniteur batterie chargeur",
    "ventilateur usb hdmi bluetooth disque_dur lecteur_reseau message_d'absence",
    // Ce que la plateforme ne fait pas, ou que personne n'explique ici
    "creer renommer dupliquer numeroter photo couverture theme sombre couleur agrandir emoji kanban api ia",
    "intelligence_artificielle resume tache confier heberge hebergement iso idee adresse_postale calculer marketing sondage archiver",
    // Le monde
    "pluie neige quel_temps film serie match ligue rugby tennis poeme musee livre bonne_fin bon_week_end bonne_soiree mal_a_la",
    "bagages valise air_france sncf horaire_train location_de_voiture uber tarte riz cuisine boire",
    "dentiste medicament douleur pharmacie enfant copieur photocopieuse agrafeuse clim lampe visiteurs hotesse",
    "deuxieme_ecran second_ecran souris javascript python html croise vlookup tiktok canva hubspot deezer siri alexa",
    "bnp solde credit epargne hypotheque mutuelle action_en_bourse prime demission preavis licenciement contrat_de_travail rtt",
    "teletravail ticket_restaurant embauche cv ohada sarl sas sci gie parts_sociales capital_social clause juge proces base_legale",
    "interet_legitime approuver_les_comptes approbation_des_comptes jurisprudence contentieux subvention",
    // Ce qui se dit à côté du travail
    "psg score championnat ministre tele programme_tele television horoscope loterie soldes",
    "tgv hotel greve embarquement stationnement natation yoga regime coiffeur robe chaussures pneu essence",
    "visiteur tableau_blanc etagere paternite embaucher pst",
    "minimum_legal sous_traitant actionnaires_minoritaires",
  ],
};
