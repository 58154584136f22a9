/** Samples whose messages are not all read yet, with the reason: the test fails when one of them is. */
export const NOT_YET: Readonly<Record<string, string>> = {
  'avaya-experience-portal/1.log': 'glued start line with text behind it',
  'cisco-expressway/1.log': 'needs its envelope',
  'fortinet-sip-debug/1.log': 'hex',
  'mysql-outfile/1.log': 'backslash and LF for each line end',
  'ngrep-normal/1.log': 'wrapped at the width of the terminal',
  'tcpdump-ascii/6.log': 'start line behind binary bytes',
  'tcpdump-hex/1.log': 'hex',
  'tshark-hex/1.log': 'hex',
  'tshark-verbose/1.log': 'tree',
  'tshark-verbose/3.log': 'tree',
  'tshark-verbose/4.log': 'tree',
  'tshark-verbose/7.log': 'tree',
};
