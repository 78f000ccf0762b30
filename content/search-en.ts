import { stemmer } from "@orama/stemmers/english";
import type { SearchLanguage } from "./search.ts";

export const english: SearchLanguage = {
  split: (text) => text.replace(/'s\b/g, "").replace(/'/g, ""),
  stem: stemmer,
  // The usual list without "not", "no", "never", "off", "on" and "out", which turn a meaning round. Then what people
  // say around their problem, and the French that stands around a French word.
  stopWords: new Set(
    (
      "a about after all also am an and any are as at be because been before being both but by came can could " +
      "did do does doing each for from had has have having he her here hers him himself his how i if in into is " +
      "it its itself just like me might more most my myself of only or other our ours own over same she should so " +
      "some such than that the their theirs them then there these they this those through to too u under until " +
      "upon us very was we were what when where which while who whom why will with would you your yours " +
      "im ive id ill dont doesnt didnt cant couldnt wont isnt arent wasnt cannot able unable make " +
      "hello hi dear please pls thanks thank sorry help need want try trying tried know really something anything " +
      "le la les un une des du de et est sur pas ne mon ma mes je vous votre " +
      "normal unless others small early earlier later again already even much many few lot bit quite " +
      "today now soon monday tuesday wednesday thursday friday january february march april june july august " +
      "september october november december one three four five six seven ten pm mr mrs ms per via go went " +
      "going gone great ok okay test fine nice good well soon ever"
    ).split(" "),
  ),
  synonyms: [
    // Phones, codes and the second factor
    "phone mobile cell telephone smartphone sim gsm portable device",
    "number nr digits numero num",
    "sms text texto",
    "code otp passcode pin digits",
    "2fa mfa tfa two_factor two_step second_factor totp authenticator",
    "operator carrier provider sim esim",
    "roaming abroad travelling foreign overseas",
    "qr_code scan",
    "backup recovery spare",
    "identity id_document passport verify verification",
    // Signing in
    "reset new_password recover",
    "change modify edit update",
    "temporary initial first",
    "rules complexity characters weak simple",
    "assign grant",
    "log_in log_on sign_in sign_on connect log sign connexion reconnect",
    "log_out sign_out signed_out logged_out kicked_out thrown_out disconnected",
    "password pw pwd passphrase mot_de_passe credentials",
    "forgot forgotten remember lost oublie",
    "account profile user username compte",
    "locked blocked frozen suspended shut disabled deactivated inactive locked_out banned",
    "unlock reactivate reopen enable restore unblock",
    "attempt try tries times tentative",
    "session time_out inactivity idle timer auto_logout automatic_logout",
    "extend longer prolong increase",
    "break lunch coffee desk",
    "expired lapse ended outdated runs_out ran_out expiry overdue",
    "sso saml federation single_sign_on idp oidc",
    "certificate cert certificat signing_key x509 metadata",
    "renew replace rotate rollover roll swap change",
    "loop circle redirect endless over_and_over",
    "cookie third_party storage tracking",
    "entra azure microsoft aad",
    "merge combine join",
    "twice two duplicate double 2",
    // Pages and browsers
    "delete clear remove erase purge empty flush wipe supprimer clean",
    "cache history site_data browsing_data",
    "old older outdated previous last last_week last_month stale obsolete former yesterday",
    "refresh reload f5 ctrl_f5",
    "update upgrade release new_version go_live deployment",
    "display show see appear visible view",
    "page screen website site tab window dashboard home",
    "blank white empty nothing grey",
    "spinner spinning wheel loading hang stuck endless turning endlessly",
    "button icon menu link",
    "browser chrome edge safari firefox opera brave navigator navigateur internet_explorer ie",
    "supported compatible requirements minimum lowest oldest",
    "system ios windows linux android macos",
    "planned scheduled maintenance",
    "computer laptop pc desktop machine mac chromebook workstation notebook workplace",
    "ipad tablet android",
    "app application",
    "slow sluggish lag laggy forever snail crawling lent unresponsive takes_ages ages freezing",
    "down outage unavailable unreachable interruption breakdown maintenance panne dead inaccessible",
    "broken broke break crash bug wrong",
    "error failed failure fault erreur echec",
    "language english french german spanish italian dutch portuguese translate langue",
    "time clock hour time_zone date ntp drift",
    "respond react click press tap",
    "install reinstall uninstall",
    "store app_store google_play play_store",
    "start launch open boot",
    "move place position",
    "sort order column",
    // Documents and meetings
    "open read view preview viewer reader load consult",
    "damaged corrupt unreadable",
    "format type extension unsupported",
    "virus antivirus infected malware",
    "interrupted stop halfway middle aborted",
    "pop_up blocker",
    "greyed_out grey inactive disabled",
    "storage space full",
    "postpone reschedule moved cancelled",
    "share copy forward",
    "scanned ocr",
    "appointment mandate officer",
    "document file pdf attachment annex paper doc appendix",
    "pack board_pack board_book book papers binder",
    "agenda agenda_item",
    "minutes record transcript",
    "meeting board committee agm session assembly",
    "invitation notice convening summons calendar ics convocation notified",
    "director member chairman chair chairwoman secretary",
    "upload attach add submit drop import deposit dragging put_online",
    "download save telecharger",
    "large big heavy size mb megabyte huge limit gb too_large",
    "print printer paper paper_copy",
    "watermark my_name name",
    "export extract excel csv spreadsheet report statement powerpoint xlsx generate",
    "chart organisation_chart org_chart structure organigramme",
    "annotation note comment highlight mark scribble handwriting remark drawing sticky_note underline",
    "disappear vanish gone lost missing absent erased nowhere",
    "offline plane flight airplane train tunnel without_internet no_internet no_wifi no_network without_network no_signal no_coverage",
    "sync synchronise synchronize synchro",
    "sign signature e_sign signatory envelope docusign qualified eidas countersign",
    "finish finalise finalize complete",
    "vote ballot poll resolution approve abstain against",
    "proxy power_of_attorney representative",
    "search find look searchable results hits zero_results 0_results locate retrieve query",
    "company subsidiary entity firm organisation organization affiliate branch group",
    "migration import go_live old_system old_software moved_over legacy transferred",
    // Sound, picture and network
    "video videoconference teams zoom webex call conference remote",
    "hear sound audio microphone mic echo voice speaker headset mute noise",
    "camera picture webcam image",
    "firewall proxy gateway zscaler vpn whitelist ports hostnames ip domains urls endpoints fqdn allow_list",
    "wi_fi internet network connection",
    "it it_department it_team administrator admin",
    "inspection decryption ssl tls cert_authority_invalid",
    // Mail
    "turn_off stop mute unsubscribe daily weekly reminder too_many",
    "mail e_mail message courriel inbox",
    "spam junk quarantine filter spamfilter",
    "notification alert reminder digest notify",
    "receive get got arrive come deliver reach",
    // Rights and security
    "permission right access authorised authorized allowed forbidden denied role 403 unauthorized unauthorised entitled privilege",
    "refuse reject decline deny",
    "allow authorise authorize permit exception whitelist unblock",
    "declare report disclose alert",
    "security breach hacked phishing leak vulnerability suspicious fraud stolen theft scam intrusion malicious impersonation compromised fake suspect",
    "confidential secret private",
    "ciso security_officer dpo rssi data_protection_officer",
    "stolen theft lost taxi",
    "hidden masked confidential restricted padlock",
    // Support
    "follow track status progress",
    "fixed repaired restored solved resolved",
    "support hotline helpline assistance customer_service service_desk help_desk",
    "contact reach call ring talk speak human agent dial someone",
    "hours open weekend saturday sunday night holiday tonight evening bank_holiday weekday",
    "country region office team europe africa canada montreal italy rome milan france paris spain madrid belgium brussels morocco casablanca dubai switzerland geneva luxembourg london",
    "ticket case request report query complaint",
    "answer respond response reply hear_back feedback",
    "severity serious critical priority prioritise prioritize urgent urgency level p1 sev1 blocking",
    "quick fast quickly soon deadline delay sla how_long response_time",
    "incident anomaly",
    "post_mortem root_cause",
    "define definition mean difference vs versus",
    "disagree agree dispute contest",
    "only_me just_me everyone everybody elsewhere",
    "spf dkim dmarc smtp bounce bounced undelivered mimecast proofpoint barracuda mail_gateway",
    "evidence proof audit_trail",
    "married maiden surname new_name name_change",
    "subscribe notify tell_me informed",
    "handle process procedure",
    "inform told tell",
  ],
  elsewhere: new Set(
    (
      "invoice billing quote price pricing licence license subscription discount contract payment sales jobs vacancy vacancies hiring career " +
      "holiday vacation leave payroll salary tax taxes vat law legal lawyer accountant " +
      "facebook instagram whatsapp netflix gmail twitter linkedin youtube bitcoin webinar newsletter " +
      "weather recipe restaurant canteen lunch hotel flight train parking cinema football match election " +
      "buy purchase sell cheap insurance invest shop match pizza " +
      "money wage pension visa airport gym song music game " +
      "birthday party coffee heating lift elevator badge projector dog doctor"
    ).split(" "),
  ),
};
