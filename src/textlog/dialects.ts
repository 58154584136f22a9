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
import { csv } from './dialects/csv.ts';
import { dartSipUa, dartSipUaQuiet } from './dialects/dart-sip-ua.ts';
import { diagoSipgo } from './dialects/diago-sipgo.ts';
import { drachtio } from './dialects/drachtio.ts';
import { espAdf } from './dialects/esp-adf.ts';
import { flexisip, flexisipQuiet } from './dialects/flexisip.ts';
import { fortinetSipDebug } from './dialects/fortinet-sip-debug.ts';
import { freeswitch } from './dialects/freeswitch.ts';
import { genesysSipserver } from './dialects/genesys-sipserver.ts';
import { heplifyLog } from './dialects/heplify-log.ts';
import { hexdumpC } from './dialects/hexdump-c.ts';
import { homerJson } from './dialects/homer-json.ts';
import { homerText } from './dialects/homer-text.ts';
import { honeypotCustom } from './dialects/honeypot-custom.ts';
import { ingate } from './dialects/ingate.ts';
import { jainSipXml } from './dialects/jain-sip-xml.ts';
import { jsonLines } from './dialects/json-lines.ts';
import { jssip, jssipQuiet } from './dialects/jssip.ts';
import { kamailioDebug } from './dialects/kamailio-debug.ts';
import { kamailioGdb } from './dialects/kamailio-gdb.ts';
import { kamailioSipdump } from './dialects/kamailio-sipdump.ts';
import { linphone, linphoneQuiet } from './dialects/linphone.ts';
import { microsoftLync } from './dialects/microsoft-lync.ts';
import { mysqlOutfile } from './dialects/mysql-outfile.ts';
import { ngrepByline } from './dialects/ngrep-byline.ts';
import { ngrepNormal } from './dialects/ngrep-normal.ts';
import { occasWlssTrace } from './dialects/occas-wlss-trace.ts';
import { opensbc } from './dialects/opensbc.ts';
import { opensipsTracer } from './dialects/opensips-tracer.ts';
import { oracleAcmeSipmsg } from './dialects/oracle-acme-sipmsg.ts';
import { phonerlite } from './dialects/phonerlite.ts';
import { pjsip } from './dialects/pjsip.ts';
import { resiprocate } from './dialects/resiprocate.ts';
import { ribbonSonusTrc } from './dialects/ribbon-sonus-trc.ts';
import { ringcentral } from './dialects/ringcentral.ts';
import { sems } from './dialects/sems.ts';
import { sipViewerText } from './dialects/sip-viewer-text.ts';
import { sipjs, sipjsQuiet } from './dialects/sipjs.ts';
import { sipml5Console } from './dialects/sipml5-console.ts';
import { sippShortmsg } from './dialects/sipp-shortmsg.ts';
import { sipp, sippQuiet, sippRepeat } from './dialects/sipp.ts';
import { sippy } from './dialects/sippy.ts';
import { sipsorcery } from './dialects/sipsorcery.ts';
import { siptraceWebView } from './dialects/siptrace-web-view.ts';
import { sngrep } from './dialects/sngrep.ts';
import { snom } from './dialects/snom.ts';
import { sqlInsert } from './dialects/sql-insert.ts';
import { startlineOnly } from './dialects/startline-only.ts';
import { tcpdumpAscii } from './dialects/tcpdump-ascii.ts';
import { tcpdumpHex } from './dialects/tcpdump-hex.ts';
import { tcpdumpV } from './dialects/tcpdump-v.ts';
import { thomsonTb30 } from './dialects/thomson-tb30.ts';
import { tsharkHex } from './dialects/tshark-hex.ts';
import { tsharkJson } from './dialects/tshark-json.ts';
import { tsharkSummary } from './dialects/tshark-summary.ts';
import { tsharkVerbose } from './dialects/tshark-verbose.ts';
import { voxeoTropo } from './dialects/voxeo-tropo.ts';
import { webrtc2sip } from './dialects/webrtc2sip.ts';
import { wiresharkFollow } from './dialects/wireshark-follow.ts';
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
  csv,
  dartSipUa,
  diagoSipgo,
  drachtio,
  espAdf,
  flexisip,
  fortinetSipDebug,
  freeswitch,
  genesysSipserver,
  heplifyLog,
  hexdumpC,
  homerJson,
  homerText,
  honeypotCustom,
  ingate,
  jainSipXml,
  jsonLines,
  jssip,
  kamailioGdb,
  kamailioSipdump,
  linphone,
  microsoftLync,
  mysqlOutfile,
  ngrepByline,
  ngrepNormal,
  occasWlssTrace,
  opensbc,
  opensipsTracer,
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
  sippRepeat,
  sippShortmsg,
  sippy,
  sipsorcery,
  sipViewerText,
  siptraceWebView,
  sngrep,
  snom,
  sqlInsert,
  tcpdumpAscii,
  tcpdumpHex,
  tcpdumpV,
  thomsonTb30,
  tsharkHex,
  tsharkJson,
  tsharkVerbose,
  voxeoTropo,
  webrtc2sip,
  wiresharkFollow,
  yate,
  yealinkSyslog,
];

/** Logs that tell of messages without printing them: recognised, when they hold none, and never read by. In alphabetical order. */
export const SILENT: readonly Dialect[] = [
  dartSipUaQuiet,
  flexisipQuiet,
  jssipQuiet,
  kamailioDebug,
  linphoneQuiet,
  sipjsQuiet,
  sippQuiet,
  startlineOnly,
  tsharkSummary,
];
