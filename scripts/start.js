// `npm start -- <path…>`; without arguments it analyses the bundled incident.
if (process.argv.length === 2) process.argv.push('fixtures/incident.pcap');
await import('../bin/siptriage.js');
