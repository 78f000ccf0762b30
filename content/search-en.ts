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
    "phone mobile cell cellphone telephone handset smartphone sim gsm portable iphone_number device",
    "number nr digits numero num",
    "sms text texto",
    "code otp passcode pin digits",
    "2fa mfa tfa two_factor two_step second_factor totp authenticator",
    "operator carrier provider network_operator sim esim sim_card",
    "roaming abroad travelling foreign overseas",
    "country_code prefix dialling_code",
    "landline fixed_line",
    "resend again",
    "qr_code scan",
    "backup recovery spare",
    "identity id_document passport verify verification",
    // Signing in
    "reset new_password recover",
    "change modify edit update",
    "temporary initial first",
    "rules complexity characters weak simple",
    "assign assigned grant granted add_user",
    "login log_in log_on logon sign_in sign_on signin connect log sign connexion reconnect",
    "logout log_out sign_out signed_out logged_out kicked_out thrown_out disconnected disconnect",
    "password pw pwd passphrase mot_de_passe passwords credentials",
    "forgot forgotten remember lost oublie",
    "account profile user login_name username compte",
    "locked lock blocked frozen suspended shut disabled deactivated inactive locked_out banned",
    "unlock reactivate reopen enable restore unblock",
    "attempt try tries times tentative",
    "session timeout time_out inactivity idle timer auto_logout automatic_logout standby",
    "extend longer prolong increase",
    "break lunch coffee desk pause",
    "expired expire lapse ended end outdated runs_out ran_out expiration expiry expiré overdue",
    "sso saml federation single_sign_on idp company_login oidc",
    "certificate cert certificat signing_key x509 thumbprint metadata",
    "renew replace rotate rollover roll swap change",
    "loop circle redirect redirects endless over_and_over",
    "cookie cookies third_party storage tracking tracker",
    "entra azure microsoft aad",
    "merge combine join",
    "twice two duplicate double doubled 2",
    // Pages and browsers
    "delete clear remove erase purge empty flush wipe supprimer reset_browser clean",
    "cache cached history site_data browsing_data",
    "old older outdated previous last last_week last_month stale obsolete former yesterday ancient",
    "refresh reload f5 ctrl_f5 hard_reload",
    "update upgrade release new_version go_live deployment redesign overhaul",
    "display show see appear visible view",
    "page screen website site tab window dashboard home",
    "blank white empty nothing grey whitescreen",
    "spinner spinning spin wheel loading hang hangs stuck endless rotating turning endlessly",
    "button icon menu link",
    "browser chrome edge safari firefox opera brave navigator navigateur internet_explorer ie vivaldi samsung_internet",
    "supported compatible requirements minimum lowest oldest",
    "system ios windows linux android macos",
    "planned scheduled maintenance",
    "computer laptop pc desktop machine mac chromebook workstation notebook macbook workplace",
    "ipad tablet android",
    "app application",
    "slow sluggish lag laggy forever snail crawling lent lagging unresponsive takes_ages ages freezing freeze",
    "down outage unavailable unreachable offline_for_everyone interruption breakdown maintenance panne dead inaccessible unreachable",
    "broken broke break crash crashed bug wrong",
    "error failed failure fail fails fault erreur echec",
    "language english french german spanish italian dutch portuguese translate translation translated langue chinese arabic",
    "time clock hour timezone time_zone date minutes_late ntp drift",
    "respond react click press tap",
    "install installation reinstall uninstall",
    "store app_store google_play play_store",
    "start launch open boot",
    "move moved place position",
    "sort order sorting column",
    // Documents and meetings
    "open read view preview viewer reader load consult",
    "damaged corrupt corrupted unreadable",
    "format type extension unsupported",
    "virus antivirus infected malware",
    "interrupted interrupt stop halfway middle stops aborted",
    "pop_up popup blocker",
    "greyed_out grey inactive disabled",
    "storage space full",
    "postpone reschedule moved cancelled",
    "share shared copy forward",
    "scanned scan ocr",
    "appointment mandate officer",
    "document file pdf attachment annex paper doc appendix files",
    "pack board_pack board_book book papers binder",
    "agenda agenda_item order_of_business",
    "minutes record transcript",
    "meeting board committee agm session_of_the_board session sitting assembly",
    "invitation invite notice convening convened summons calendar ics convocation notified summoned",
    "director member chairman chair chairwoman trustee secretary trustees governor",
    "upload attach add submit drop send_a_file import deposit uploading dragging put_online",
    "download save export_to_disk telecharger saving get_a_copy",
    "large big heavy size mb megabyte huge limit gb too_large",
    "print printing printer paper prints paper_copy hard_copy",
    "watermark my_name name",
    "export extract excel csv spreadsheet report statement powerpoint xlsx pdf_report generate",
    "chart organisation_chart org_chart structure organigram organigramme",
    "annotation annotate note comment highlight mark scribble handwriting remark drawing sticky_note underline underlined notes",
    "disappear vanish gone lost missing absent disappeared vanished erased nowhere",
    "offline plane flight airplane train tunnel without_internet no_internet no_wifi no_network without_network no_signal no_coverage ferry",
    "sync synchronise synchronize syncing synchronisation synchro",
    "sign signature signing esign e_sign signatory envelope docusign qualified eidas countersign",
    "finish finalise finalize complete",
    "vote voting ballot poll resolution approve approval abstain cast_my_vote in_favour against",
    "proxy power_of_attorney representative",
    "search find look looking searchable results hits zero_results 0_results searching locate retrieve query",
    "company subsidiary entity firm organisation organization affiliate branch group",
    "migration migrated import go_live old_system old_software moved_over legacy transferred previous_tool cutover",
    // Sound, picture and network
    "video videoconference teams zoom webex call conference remote remotely",
    "hear sound audio microphone mic echo voice speaker headset mute muted noise",
    "camera picture webcam image",
    "firewall proxy gateway zscaler vpn allowlist whitelist ports hostnames ip whitelisting domains urls endpoints fqdn allow_list",
    "wifi wi_fi internet network connection",
    "it it_department it_team helpdesk_of_the_company administrator admin",
    "inspection decryption ssl tls cert_authority_invalid untrusted_certificate",
    // Mail
    "turn_off stop mute unsubscribe daily weekly reminder too_many",
    "mail email e_mail message mails courriel inbox",
    "spam junk quarantine blocked_sender filter spamfilter",
    "notification alert reminder digest notify warned",
    "receive get got arrive come deliver received reach",
    // Rights and security
    "permission right rights access authorised authorized allowed forbidden denied role 403 unauthorized unauthorised entitled privilege privileges",
    "refuse reject decline deny refused rejected denied",
    "allow authorise authorize permit exception whitelist unblock",
    "declare report disclose alert",
    "security breach hacked hack phishing leak vulnerability suspicious fraud stolen theft scam intrusion malicious impersonation compromised fake suspect spoofed",
    "confidential secret private",
    "ciso security_officer dpo security_team rssi data_protection_officer",
    "stolen theft lost left_behind taxi",
    "hidden masked confidential",
    // Support
    "follow track status progress",
    "fixed repaired restored solved resolved",
    "support helpdesk hotline helpline assistance customer_service service_desk help_desk your_team customer_care",
    "contact reach call ring talk speak human agent phone_you dial phone_us get_hold_of someone",
    "hours open opening weekend saturday sunday night holiday tonight evening easter christmas_day bank_holiday weekday",
    "country region office team europe africa canada montreal italy rome milan france paris spain madrid belgium brussels morocco casablanca dubai switzerland geneva luxembourg london",
    "ticket case request report query complaint requests issue_number incident_number",
    "answer respond response reply hear_back feedback",
    "severity severe serious critical priority prioritise prioritize urgent urgency level p1 sev1 blocking",
    "quick fast quickly soon deadline delay sla how_long sla response_time",
    "incident anomaly",
    "post_mortem root_cause lessons",
    "define definition mean meaning difference vs versus",
    "disagree agree dispute contest",
    "handle process procedure",
    "inform informed told tell",
  ],
  elsewhere: new Set(
    (
      "invoice billing quote price pricing licence license subscription discount contract payment sales jobs vacancy vacancies hiring career " +
      "holiday vacation leave payroll salary tax taxes vat law legal lawyer solicitor accountant dividend " +
      "facebook instagram whatsapp netflix gmail twitter linkedin youtube bitcoin webinar newsletter " +
      "weather recipe restaurant canteen lunch hotel taxi flight train car parking cinema football match election " +
      "buy purchase sell cheap insurance interest invest shop robot joke weight match winner ink toner pancakes pizza " +
      "money wage pension visa airport umbrella gym garage wedding baby song music game " +
      "birthday christmas party coffee heating lift elevator badge projector dog doctor"
    ).split(" "),
  ),
};
