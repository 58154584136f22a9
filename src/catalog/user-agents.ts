/**
 * Products recognised by their `User-Agent` or `Server` value, and what they are in a call. The first match counts:
 * attackers and tools, then devices, then servers, then words that only describe a kind. The value is
 * the sender's own claim and easy to forge, so it supports a conclusion and never carries one.
 */

export type AgentRole =
  | 'pbx'
  | 'proxy'
  | 'sbc'
  | 'endpoint'
  | 'gateway'
  | 'softphone'
  | 'scanner'
  | 'test-tool'
  | 'carrier';

export interface UserAgent {
  readonly id: string;
  readonly pattern: RegExp;
  readonly role: AgentRole;
}

export const USER_AGENTS = [
  { id: 'friendly-scanner', role: 'scanner', pattern: /friendly-?(?:scanner|request)/i },
  { id: 'sipvicious', role: 'scanner', pattern: /sipvicious/i },
  { id: 'sipcli', role: 'scanner', pattern: /^sipcli\b/i },
  { id: 'vaxsip', role: 'scanner', pattern: /VaxSIPUserAgent/i },
  { id: 'pplsip', role: 'scanner', pattern: /pplsip/i },
  { id: 'sundayddr', role: 'scanner', pattern: /sundayddr/i },
  { id: 'smap', role: 'scanner', pattern: /^smap\b/i },
  { id: 'sipscan', role: 'scanner', pattern: /\bsip-?scan/i },
  { id: 'siparmyknife', role: 'scanner', pattern: /siparmyknife/i },
  { id: 'sivus', role: 'scanner', pattern: /\bsivus\b/i },

  { id: 'sipp', role: 'test-tool', pattern: /^sipp\b/i },
  { id: 'sipsak', role: 'test-tool', pattern: /^sipsak\b/i },
  { id: 'sipexer', role: 'test-tool', pattern: /^sipexer\b/i },
  { id: 'startrinity', role: 'test-tool', pattern: /StarTrinity/i },
  { id: 'spirent', role: 'test-tool', pattern: /\bSpirent\b/i },

  { id: 'zoiper', role: 'softphone', pattern: /\bZoiper\b|^Z \d/i },
  { id: 'linphone', role: 'softphone', pattern: /Linphone/i },
  { id: 'microsip', role: 'softphone', pattern: /\bMicroSIP\b/i },
  { id: 'bria', role: 'softphone', pattern: /\bBria\b/i },
  { id: 'x-lite', role: 'softphone', pattern: /\bX-?Lite\b/i },
  { id: 'eyebeam', role: 'softphone', pattern: /\beyeBeam\b|CounterPath/i },
  { id: 'jssip', role: 'softphone', pattern: /\bJsSIP\b/i },
  { id: 'sip-js', role: 'softphone', pattern: /\bSIP\.js\b/i },
  { id: 'baresip', role: 'softphone', pattern: /\bbaresip\b/i },
  { id: 'pjsua', role: 'softphone', pattern: /\bPJSUA\b|^PJSIP\b/i },
  { id: 'jitsi', role: 'softphone', pattern: /\bJitsi/i },
  { id: 'blink', role: 'softphone', pattern: /^Blink\b/i },
  { id: 'ekiga', role: 'softphone', pattern: /\bEkiga\b/i },
  { id: 'twinkle', role: 'softphone', pattern: /\bTwinkle\b/i },
  { id: 'sjphone', role: 'softphone', pattern: /\bSJphone\b/i },
  { id: 'acrobits', role: 'softphone', pattern: /Acrobits|Groundwire|Cloud ?Softphone/i },
  { id: 'csipsimple', role: 'softphone', pattern: /CSipSimple/i },
  { id: 'telephone', role: 'softphone', pattern: /^Telephone[ /]\d/i },
  { id: 'phoner', role: 'softphone', pattern: /^Phoner/i },
  { id: 'broadtouch', role: 'softphone', pattern: /BroadTouch|^Bc-?uc/i },
  {
    id: '3cx-phone',
    role: 'softphone',
    pattern: /3CX ?(?:Phone(?!System)|Mobile|DesktopApp|iOS|Android|WebClient)/i,
  },
  { id: 'cisco-jabber', role: 'softphone', pattern: /^Cisco-CSF|\bJabber\b/i },
  { id: 'webex', role: 'softphone', pattern: /\bWebex\b/i },
  { id: 'lync-client', role: 'softphone', pattern: /^UCCAPI\//i },
  { id: 'windows-rtc', role: 'softphone', pattern: /^(?:Windows )?RTC\/\d/i },
  { id: 'doubango', role: 'softphone', pattern: /doubango|sipml5|android-ngn/i },
  {
    id: 'sangoma-softphone',
    role: 'softphone',
    pattern: /^Sangoma (?:Windows|macOS|Linux|Talk|Softphone)\b/i,
  },

  { id: 'yealink', role: 'endpoint', pattern: /^Yealink/i },
  { id: 'poly', role: 'endpoint', pattern: /^Poly(?:com|Edge|\b)/i },
  { id: 'snom', role: 'endpoint', pattern: /^snom(?!-PBX)/i },
  { id: 'grandstream-pbx', role: 'pbx', pattern: /^Grandstream UCM|^UCM6/i },
  { id: 'grandstream-gateway', role: 'gateway', pattern: /^Grandstream GXW/i },
  { id: 'grandstream', role: 'endpoint', pattern: /^Grandstream\b/i },
  {
    id: 'cisco-phone',
    role: 'endpoint',
    pattern: /^Cisco[-/ ](?:CP|SPA|ATA|SIP-?IP-?Phone|RoomOS|TelePresence)|^CSCO\/|^TANDBERG\b/i,
  },
  { id: 'linksys', role: 'endpoint', pattern: /^(?:Linksys|Sipura)\b/i },
  { id: 'fanvil', role: 'endpoint', pattern: /^Fanvil/i },
  { id: 'gigaset', role: 'endpoint', pattern: /^Gigaset|^[CNS]\d{3}[A-Z]? IP\b/i },
  { id: 'htek', role: 'endpoint', pattern: /^Htek/i },
  { id: 'mitel-phone', role: 'endpoint', pattern: /^(?:Aastra|Mitel) (?:6[78]|MBU|SIP-?DECT)/i },
  {
    id: 'avaya-phone',
    role: 'endpoint',
    pattern: /^Avaya (?:one-X|[BJK]1\d|96\d\d|Workplace|Equinox|Flare)/i,
  },
  { id: 'panasonic-phone', role: 'endpoint', pattern: /^Panasonic[-_ ]KX-?(?:HDV|UT|TGP|UDS)/i },
  { id: 'openstage', role: 'endpoint', pattern: /^OpenStage|^OpenScape (?:Desk|CP)/i },
  { id: 'audiocodes-phone', role: 'endpoint', pattern: /^AUDC-/i },
  { id: 'obihai', role: 'endpoint', pattern: /^OBIHAI\b/i },
  { id: 'digium-phone', role: 'endpoint', pattern: /^(?:Digium D|Sangoma [SPD])\d/i },
  { id: 'spectralink', role: 'endpoint', pattern: /Spectralink/i },
  { id: 'door-phone', role: 'endpoint', pattern: /^(?:2N|Akuvox|Algo|Axis)\b/i },
  { id: 'dect-base', role: 'endpoint', pattern: /\b(?:IP|SIP)-DECT\b/i },
  { id: 'iphone', role: 'endpoint', pattern: /^iOS\/|\biPhone\b/i },
  { id: 'samsung-ims', role: 'endpoint', pattern: /\bSamsung IMS\b|^SM-[A-Z]\d{3}/i },
  { id: 'android', role: 'endpoint', pattern: /\bAndroid\b/i },

  { id: 'twilio', role: 'carrier', pattern: /\bTwilio\b/i },
  { id: 'telnyx', role: 'carrier', pattern: /\bTelnyx\b/i },
  { id: 'plivo', role: 'carrier', pattern: /\bPlivo\b/i },
  { id: 'signalwire', role: 'carrier', pattern: /\bSignalWire\b/i },
  { id: 'vonage', role: 'carrier', pattern: /\b(?:Vonage|Nexmo)\b/i },
  { id: 'didww', role: 'carrier', pattern: /\bDIDWW\b/i },
  { id: 'vos', role: 'carrier', pattern: /^VOS\d{4}/i },
  { id: 'sippy', role: 'carrier', pattern: /^Sippy\b/i },
  { id: 'portasip', role: 'carrier', pattern: /Porta(?:SIP|Switch)/i },
  { id: 'mvts', role: 'carrier', pattern: /\bMVTS\b|\bMERA\b/i },
  { id: 'huawei', role: 'carrier', pattern: /^Huawei\b|\bSoftX\d/i },
  { id: 'cirpack', role: 'carrier', pattern: /^Cirpack\b/i },
  { id: 'broadworks', role: 'carrier', pattern: /Broad(?:Works|Soft)/i },
  { id: 'perimeta', role: 'sbc', pattern: /Perimeta/i },
  { id: 'metaswitch', role: 'carrier', pattern: /Meta(?:switch|Sphere)/i },

  { id: 'oracle-sbc', role: 'sbc', pattern: /\bOracle\b|\bAcme[- ]?Packet\b/i },
  { id: 'ribbon', role: 'sbc', pattern: /\bSonus|^SONS[-_]|\bRibbon\b/i },
  { id: 'genband', role: 'sbc', pattern: /GENBAND|NexTone/i },
  { id: 'sansay', role: 'sbc', pattern: /Sansay/i },
  { id: 'anynode', role: 'sbc', pattern: /^anynode\b/i },
  { id: 'prosbc', role: 'sbc', pattern: /TelcoBridges|ProSBC/i },
  { id: 'avaya-sbc', role: 'sbc', pattern: /Avaya[- ]SBC|Sipera/i },
  { id: 'edgemarc', role: 'sbc', pattern: /EdgeMarc|Edgewater/i },
  { id: 'ingate', role: 'sbc', pattern: /\bIngate\b/i },
  { id: 'sems', role: 'sbc', pattern: /^Sip Express Media Server|\bSEMS\b|FRAFOS/i },
  {
    id: 'audiocodes-gateway',
    role: 'gateway',
    pattern: /^Audiocodes-Sip-Gateway|^(?:GW|IPP)\/v\.\d/i,
  },
  { id: 'audiocodes', role: 'sbc', pattern: /\bAudioCodes\b|\bMediant\b|^M\d{3,4}[A-Z]?\/v\.\d/i },

  { id: 'cisco-gateway', role: 'gateway', pattern: /^Cisco-SIPGateway/i },
  { id: 'patton', role: 'gateway', pattern: /\bPatton\b|SmartNode/i },
  { id: 'mediatrix', role: 'gateway', pattern: /Mediatrix/i },
  { id: 'vega', role: 'gateway', pattern: /^VEGA-?\d/i },
  { id: 'dinstar', role: 'gateway', pattern: /Dinstar/i },
  { id: 'goip', role: 'gateway', pattern: /^(?:GoIP|dble)\b/i },
  { id: 'quintum', role: 'gateway', pattern: /Quintum|^Tenor\b/i },
  { id: 'dialogic', role: 'gateway', pattern: /Dialogic/i },

  { id: 'fpbx', role: 'pbx', pattern: /^FPBX\b|FreePBX|^PBXact/i },
  { id: 'asterisk', role: 'pbx', pattern: /\bAsterisk\b/i },
  { id: 'freeswitch', role: 'pbx', pattern: /FreeSWITCH|FusionPBX/i },
  { id: '3cx', role: 'pbx', pattern: /\b3CX/i },
  { id: 'issabel', role: 'pbx', pattern: /^(?:Issabel|Elastix|VitalPBX)/i },
  { id: 'yeastar', role: 'pbx', pattern: /Yeastar|^MyPBX/i },
  { id: 'cisco-cucm', role: 'pbx', pattern: /^Cisco-(?:CUCM|CME)/i },
  {
    id: 'avaya',
    role: 'pbx',
    pattern: /^AVAYA-SM|^Avaya[- ](?:CM|SIP)|^Avaya CM\/|\bIP Office\b|VoicePortal/i,
  },
  {
    id: 'mitel',
    role: 'pbx',
    pattern: /^Mitel[- ](?:3300|5000|MCD|MiV|Border)|MiVoice|^Aastra (?:4\d\d|5000)/i,
  },
  { id: 'alcatel', role: 'pbx', pattern: /OmniPCX|\bOXO\b|OpenTouch/i },
  { id: 'unify', role: 'pbx', pattern: /^OpenScape|^HiPath|\bUnify\b/i },
  { id: 'innovaphone', role: 'pbx', pattern: /innovaphone/i },
  { id: 'starface', role: 'pbx', pattern: /STARFACE/i },
  { id: 'swyx', role: 'pbx', pattern: /Swyx/i },
  { id: 'wildix', role: 'pbx', pattern: /Wildix/i },
  { id: 'vodia', role: 'pbx', pattern: /Vodia|pbxnsip|^snom-PBX/i },
  { id: 'shoretel', role: 'pbx', pattern: /Shore(?:Tel|Gear)/i },
  { id: 'panasonic', role: 'pbx', pattern: /^Panasonic/i },
  { id: 'fritzbox', role: 'pbx', pattern: /^(?:AVM )?FRITZ!/i },
  { id: 'teams', role: 'pbx', pattern: /Microsoft\.PSTNHub/i },
  { id: 'lync', role: 'pbx', pattern: /MediationServer|^RTCC\//i },
  { id: 'genesys', role: 'pbx', pattern: /Genesys|\bININ\b|PureCloud/i },
  { id: 'brekeke', role: 'pbx', pattern: /Brekeke/i },
  { id: 'yate', role: 'pbx', pattern: /^YATE\b/i },
  { id: 'sipxecs', role: 'pbx', pattern: /^sipX/i },
  { id: 'jambonz', role: 'pbx', pattern: /jambonz|drachtio/i },
  { id: 'restcomm', role: 'pbx', pattern: /Restcomm|Mobicents/i },

  { id: 'kamailio', role: 'proxy', pattern: /\bkamailio\b/i },
  { id: 'opensips', role: 'proxy', pattern: /\bOpenSIPS\b/i },
  { id: 'ser', role: 'proxy', pattern: /\bOpenSER\b|^Sip Express Router|^SIP Router\b|^ser \(/i },
  { id: 'resiprocate', role: 'proxy', pattern: /^repro\b|reSIProcate/i },
  { id: 'cscf', role: 'proxy', pattern: /\b(?:[PIS]|Proxy|Serving|Interrogating)-CSCF\b/i },

  // Words that name a kind, for products without an entry of their own.
  { id: 'some-softphone', role: 'softphone', pattern: /\bsoft-?phone\b/i },
  { id: 'some-phone', role: 'endpoint', pattern: /\b(?:IP|SIP)[-_ ]?phone\b/i },
  { id: 'some-softswitch', role: 'carrier', pattern: /\bsoft-?switch\b/i },
  { id: 'some-sbc', role: 'sbc', pattern: /\bSBC\b/i },
  { id: 'some-pbx', role: 'pbx', pattern: /\bPBX\b/i },
  { id: 'some-gateway', role: 'gateway', pattern: /\bgateway\b/i },
] as const satisfies readonly UserAgent[];

export type UserAgentId = (typeof USER_AGENTS)[number]['id'];

/** Longest value looked at, in characters. */
const MAX_VALUE = 256;

/** Answers remembered; a capture names few products, an attacker as many as he likes. */
const MAX_KNOWN = 1024;

export interface RecognisedAgent {
  readonly id: UserAgentId;
  readonly role: AgentRole;
}

const known = new Map<string, RecognisedAgent | null>();

export function recogniseUserAgent(value: string): RecognisedAgent | null {
  const text = value.slice(0, MAX_VALUE).trim();
  if (text === '') return null;
  let agent = known.get(text);
  if (agent === undefined) {
    agent = USER_AGENTS.find(({ pattern }) => pattern.test(text)) ?? null;
    if (known.size >= MAX_KNOWN) known.clear();
    known.set(text, agent);
  }
  return agent;
}

/** What the sender is, by its own claim; `null` when the name says nothing. */
export function roleOf(value: string): AgentRole | null {
  return recogniseUserAgent(value)?.role ?? null;
}

/** A device or app that one person holds: somebody may have pressed a button there. */
export function isPersonalDevice(value: string): boolean {
  const role = roleOf(value);
  return role === 'endpoint' || role === 'softphone';
}

export function isScanner(value: string): boolean {
  return roleOf(value) === 'scanner';
}
