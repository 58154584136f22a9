import type { ReasonTexts } from '../reason.ts';
import type { CauseText } from '../types.ts';

const SPARE: CauseText = {
  name: 'spare or national value',
  reading: 'Not defined internationally; ask the carrier what it stands for.',
};

export const EN_REASON: ReasonTexts = {
  protocols: {
    SIP: {
      name: 'SIP status code',
      reading:
        'The cause is a SIP response code. 200 in a CANCEL: answered on another device. Numbers that are no SIP code come from FreeSWITCH.',
    },
    'Q.850': {
      name: 'telephone network cause',
      reading: 'The cause of the ISDN or ISUP side. More exact than the SIP code beside it.',
    },
    Preemption: {
      name: 'preemption',
      reading: 'A call or session of higher priority pushed this one out.',
    },
    EMM: {
      name: '4G mobility management',
      reading: 'The handset’s attachment to the 4G core had a problem.',
    },
    ESM: { name: '4G session management', reading: 'A 4G bearer was refused or released.' },
    'S1AP-RNL': {
      name: '4G radio',
      reading:
        'The base station released the bearer for a radio reason: coverage lost, handover failed, inactivity.',
    },
    'S1AP-TL': { name: '4G transport', reading: 'The link between base station and core failed.' },
    'S1AP-NAS': {
      name: '4G signalling',
      reading: 'The 4G core released the handset: detach, authentication failure.',
    },
    'S1AP-MISC': {
      name: '4G, other',
      reading: 'Overload, maintenance or a hardware fault at a 4G node.',
    },
    'S1AP-PROT': {
      name: '4G protocol error',
      reading: 'Base station and core misunderstood each other.',
    },
    DIAMETER: {
      name: 'Diameter result',
      reading: 'A Diameter result code from policy, charging or subscriber database.',
    },
    IKEV2: {
      name: 'IKEv2 notification',
      reading: 'The VoWiFi tunnel between handset and ePDG reported an error.',
    },
    RELEASE_CAUSE: {
      name: 'IMS release cause',
      reading: 'Why an IMS node or handset ended the call.',
    },
    FAILURE_CAUSE: {
      name: 'IMS failure cause',
      reading: 'Which resource failed while an IMS call was set up or running.',
    },
    STIR: {
      name: 'STIR verification result',
      reading:
        'The check of the caller’s signature failed with this code. In a 1xx or 2xx the call went on all the same.',
    },
    '5GMM': {
      name: '5G mobility management',
      reading: 'The handset’s registration in the 5G core had a problem.',
    },
    '5GSM': {
      name: '5G session management',
      reading: 'A 5G session or QoS flow was refused or released.',
    },
    'NGAP-RNL': {
      name: '5G radio',
      reading:
        'The base station released the session for a radio reason: coverage lost, handover failed, inactivity.',
    },
    'NGAP-TL': { name: '5G transport', reading: 'The link between base station and core failed.' },
    'NGAP-NAS': {
      name: '5G signalling',
      reading: 'The 5G core released the handset: deregistration, authentication failure.',
    },
    'NGAP-MISC': {
      name: '5G, other',
      reading: 'Overload, maintenance or a hardware fault at a 5G node.',
    },
    'NGAP-PROT': {
      name: '5G protocol error',
      reading: 'Base station and core misunderstood each other.',
    },
  },
  locations: {
    U: { name: 'user', reading: 'Released by the user’s equipment: phone, PBX line or terminal.' },
    LPN: {
      name: 'private network, local user',
      reading: 'Released by a PBX on the near side, as seen from the releasing switch.',
    },
    LN: {
      name: 'public network, local user',
      reading: 'Released by the carrier on the near side, as seen from the releasing switch.',
    },
    TN: { name: 'transit network', reading: 'Released by a carrier in the middle.' },
    RLN: {
      name: 'public network, remote user',
      reading: 'Released by the carrier on the far side, as seen from the releasing switch.',
    },
    RPN: {
      name: 'private network, remote user',
      reading: 'Released by a PBX on the far side, as seen from the releasing switch.',
    },
    'LOC-6': SPARE,
    INTL: { name: 'international network', reading: 'Released in an international network.' },
    'LOC-8': SPARE,
    'LOC-9': SPARE,
    BI: {
      name: 'beyond an interworking point',
      reading: 'Released in a network that reports no location of its own.',
    },
    'LOC-11': SPARE,
    'LOC-12': SPARE,
    'LOC-13': SPARE,
    'LOC-14': SPARE,
    'LOC-15': SPARE,
  },
  releaseCauses: {
    1: { name: 'user ended the call', reading: 'Normal hang-up.' },
    2: {
      name: 'RTP/RTCP time-out',
      reading:
        'No media came in for too long, so a node dropped the call. Look for one-way audio or lost coverage.',
    },
    3: { name: 'media bearer lost', reading: 'The radio bearer for the media was lost.' },
    4: { name: 'no ACK', reading: 'The answer was never acknowledged.' },
    5: { name: 'no SIP response', reading: 'A request inside the call got no response in time.' },
    6: { name: 'call set-up time-out', reading: 'The call was not answered in the time allowed.' },
    7: { name: 'redirection failed', reading: 'Forwarding to another destination did not work.' },
  },
  failureCauses: {
    1: {
      name: 'media bearer or QoS lost',
      reading: 'The bearer for the media, or its quality, could not be kept.',
    },
    2: {
      name: 'signalling bearer released',
      reading: 'The handset lost the bearer that carries its SIP messages.',
    },
    3: {
      name: 'resource allocation failed',
      reading: 'The network could not reserve resources for the call.',
    },
  },
  preemption: {
    1: {
      name: 'user agent preempted',
      reading: 'The device dropped the call for a more important one.',
    },
    2: {
      name: 'reserved resources preempted',
      reading: 'The network took back the bandwidth reserved for this call.',
    },
    3: { name: 'generic preemption', reading: 'Pushed out by priority, no detail given.' },
    4: {
      name: 'non-IP preemption',
      reading: 'The circuit-switched part of the call was pushed out.',
    },
  },
  freeswitch: {
    142: { name: 'success', reading: 'Internal success value of FreeSWITCH. Not an error.' },
    487: { name: 'caller cancelled', reading: 'The caller hung up before the answer.' },
    700: { name: 'crash', reading: 'FreeSWITCH ended the call while crashing or recovering.' },
    701: { name: 'system shutdown', reading: 'FreeSWITCH was being stopped.' },
    702: { name: 'lost the race', reading: 'Another device answered first. Not a missed call.' },
    703: {
      name: 'ended by manager',
      reading: 'An administrator or program ended the call (`uuid_kill`, API).',
    },
    800: { name: 'blind transfer', reading: 'This leg ended, since the call was transferred.' },
    801: {
      name: 'attended transfer',
      reading: 'This leg ended, since the call was transferred after consultation.',
    },
    802: {
      name: 'allotted time over',
      reading:
        'A time limit set in the dial plan ran out: ring time before the answer, call length after it.',
    },
    803: { name: 'user challenge', reading: 'The leg ended to be challenged for credentials.' },
    804: {
      name: 'media timeout',
      reading: 'No RTP for too long (`rtp-timeout-sec`). Look for one-way audio.',
    },
    805: {
      name: 'picked up elsewhere',
      reading: 'Somebody picked the ringing call up from another phone.',
    },
    806: {
      name: 'user not registered',
      reading: 'The called user had no registration at that moment.',
    },
    807: {
      name: 'no progress in time',
      reading: 'Neither ringing nor early media came in time: the route is silent.',
    },
    808: {
      name: 'invalid gateway',
      reading: 'The dial string names a gateway that does not exist.',
    },
    809: {
      name: 'gateway down',
      reading: 'The gateway is marked down: OPTIONS ping or registration failed.',
    },
    810: { name: 'invalid URL', reading: 'The dial string is not a usable SIP URI.' },
    811: {
      name: 'invalid profile',
      reading: 'The dial string names a SIP profile that does not exist or is stopped.',
    },
    812: { name: 'no pickup', reading: 'There was no ringing call to pick up.' },
    813: {
      name: 'SRTP read error',
      reading: 'Encrypted media could not be decrypted: key or crypto mismatch.',
    },
    814: {
      name: 'bowed out',
      reading: 'FreeSWITCH took itself out of the path after joining the two sides. Not an error.',
    },
    815: { name: 'busy everywhere', reading: 'As SIP 600.' },
    816: { name: 'declined', reading: 'As SIP 603.' },
    817: { name: 'does not exist anywhere', reading: 'As SIP 604.' },
    818: { name: 'not acceptable', reading: 'As SIP 606.' },
    819: { name: 'unwanted', reading: 'As SIP 607.' },
    820: { name: 'Identity missing', reading: 'As SIP 428.' },
    821: {
      name: 'identity certificate not fetched',
      reading: 'As SIP 436; FreeSWITCH sends it as 429.',
    },
    822: { name: 'certificate not accepted', reading: 'As SIP 437.' },
    823: { name: 'invalid identity signature', reading: 'As SIP 438.' },
    824: { name: 'stale date', reading: 'As SIP 403 “Stale Date”: the signed token is too old.' },
    825: {
      name: 'reject all',
      reading: 'One device refused for all: the other ringing devices are released too.',
    },
  },
};
