import { analyze } from '../src/analyze.ts';
import { corpusFiles } from './capture/corpus-files.ts';
const RULES = /^(sdp-|offer-|codec-|media-rej|srtp|dtls|rtcp|hold|nat-private-sdp|address-family|t38)/;
for (const path of corpusFiles('captures', 'derived', 'torture', 'negative')) {
  try {
    const report = await analyze([path], { language: 'en', messages: true } as never);
    for (const f of report.findings) if (RULES.test(f.rule) || f.rule==='rule-crashed') {
      console.log(path.slice(path.indexOf('corpus/')+7), '|', f.rule, f.severity, JSON.stringify(f.args), f.evidence.map((e:any)=>e.at?.frame ?? e.at?.line).join(','));
    }
  } catch (e) { console.log(path, String(e).slice(0,100)); }
}
