import type { Dialect } from './dialect.ts';
import { adtranAos } from './dialects/adtran-aos.ts';
import { asteriskChanSip } from './dialects/asterisk-chan-sip.ts';
import { asteriskPjsip } from './dialects/asterisk-pjsip.ts';
import { audiocodesSyslog } from './dialects/audiocodes-syslog.ts';
import { avaya96x1 } from './dialects/avaya-96x1-j100-syslog.ts';
import { avayaAacSipserver } from './dialects/avaya-aac-sipserver.ts';
import { avayaAttendant } from './dialects/avaya-attendant.ts';
import { avayaB179 } from './dialects/avaya-b179-pjsip-syslog.ts';
import { avayaCsdkUcclog } from './dialects/avaya-csdk-ucclog.ts';
import { avayaExperiencePortal } from './dialects/avaya-experience-portal.ts';
import { avayaIpofficeMonitor } from './dialects/avaya-ipoffice-monitor.ts';
import { avayaSbceTrace } from './dialects/avaya-sbce-trace.ts';
import { avayaSessionManagerTrace } from './dialects/avaya-session-manager-trace.ts';
import { baresipLogcat } from './dialects/baresip-logcat.ts';
import { baresip } from './dialects/baresip.ts';
import { ciscoCucmSdl } from './dialects/cisco-cucm-sdl.ts';
import { ciscoExpressway } from './dialects/cisco-expressway.ts';
import { ciscoIos } from './dialects/cisco-ios.ts';
import { dartSipUa } from './dialects/dart-sip-ua.ts';
import { diagoSipgo } from './dialects/diago-sipgo.ts';
import { drachtio } from './dialects/drachtio.ts';
import { espAdf } from './dialects/esp-adf.ts';
import { flexisip } from './dialects/flexisip.ts';
import { fortinetSipDebug } from './dialects/fortinet-sip-debug.ts';
import { freeswitch } from './dialects/freeswitch.ts';
import { genesysSipserver } from './dialects/genesys-sipserver.ts';
import { ingate } from './dialects/ingate.ts';
import { jainSipXml } from './dialects/jain-sip-xml.ts';
import { jssip } from './dialects/jssip.ts';
import { linphone } from './dialects/linphone.ts';
import { microsoftLync } from './dialects/microsoft-lync.ts';
import { ngrepByline } from './dialects/ngrep-byline.ts';
import { occasWlssTrace } from './dialects/occas-wlss-trace.ts';
import { opensbc } from './dialects/opensbc.ts';
import { oracleAcmeSipmsg } from './dialects/oracle-acme-sipmsg.ts';
import { phonerlite } from './dialects/phonerlite.ts';
import { pjsip } from './dialects/pjsip.ts';
import { resiprocate } from './dialects/resiprocate.ts';
import { ribbonSonusTrc } from './dialects/ribbon-sonus-trc.ts';
import { ringcentral } from './dialects/ringcentral.ts';
import { sems } from './dialects/sems.ts';
import { sipViewerText } from './dialects/sip-viewer-text.ts';
import { sipjs } from './dialects/sipjs.ts';
import { sipml5Console } from './dialects/sipml5-console.ts';
import { sippShortmsg } from './dialects/sipp-shortmsg.ts';
import { sipp } from './dialects/sipp.ts';
import { sippy } from './dialects/sippy.ts';
import { sipsorcery } from './dialects/sipsorcery.ts';
import { snom } from './dialects/snom.ts';
import { thomsonTb30 } from './dialects/thomson-tb30.ts';
import { voxeoTropo } from './dialects/voxeo-tropo.ts';
import { webrtc2sip } from './dialects/webrtc2sip.ts';
import { yate } from './dialects/yate.ts';
import { yealinkSyslog } from './dialects/yealink-syslog.ts';

/** Every dialect with an envelope of its own; what none announces is read all the same. In alphabetical order. */
export const DIALECTS: readonly Dialect[] = [
  adtranAos,
  asteriskChanSip,
  asteriskPjsip,
  audiocodesSyslog,
  avaya96x1,
  avayaAacSipserver,
  avayaAttendant,
  avayaB179,
  avayaCsdkUcclog,
  avayaExperiencePortal,
  avayaIpofficeMonitor,
  avayaSbceTrace,
  avayaSessionManagerTrace,
  baresip,
  baresipLogcat,
  ciscoCucmSdl,
  ciscoExpressway,
  ciscoIos,
  dartSipUa,
  diagoSipgo,
  drachtio,
  espAdf,
  flexisip,
  fortinetSipDebug,
  freeswitch,
  genesysSipserver,
  ingate,
  jainSipXml,
  jssip,
  linphone,
  microsoftLync,
  ngrepByline,
  occasWlssTrace,
  opensbc,
  oracleAcmeSipmsg,
  phonerlite,
  pjsip,
  resiprocate,
  ribbonSonusTrc,
  ringcentral,
  sems,
  sipjs,
  sipml5Console,
  sipp,
  sippShortmsg,
  sippy,
  sipsorcery,
  sipViewerText,
  snom,
  thomsonTb30,
  voxeoTropo,
  webrtc2sip,
  yate,
  yealinkSyslog,
];
