/**
 * A daily issue of the Federal Register, written for these tests in the publisher's XML (FRMergedXML). The rule is shaped
 * after 84 FR 22961 of May 21, 2019 and the notice after 89 FR 9896; their texts are cut down to a few sentences, and they
 * stand in one issue only here.
 */
export interface IssueOptions {
  /** How the rendering prints the hyphen of numbers. */
  readonly dash?: '-' | '\u2013';
  /** Documents named in the contents beside those of the body. */
  readonly alsoNamed?: readonly string[];
  readonly title?: string;
}

const contents = (alsoNamed: readonly string[]): string => `<CNTNTS>
<AGCY><EAR>Industry</EAR><HD>Industry and Security Bureau</HD><CAT><HD>RULES</HD>
<DOCENT><DOC>Addition of Entities to the Entity List, </DOC><PGS>22961~22968</PGS><FRDOCBP>2019~10616</FRDOCBP></DOCENT></CAT></AGCY>
<AGCY><EAR>State</EAR><HD>State Department</HD><CAT><HD>NOTICES</HD><SJ>Bureau of Political-Military Affairs:</SJ>
<SJDENT><SJDOC>Notifications to the Congress, </SJDOC><PGS>22990~22999</PGS><FRDOCBP>2019~10700</FRDOCBP> <FRDOCBP>2019~10701</FRDOCBP></SJDENT></CAT></AGCY>
<AGCY><EAR>Coast Guard</EAR><HD>Coast Guard</HD><CAT><HD>RULES</HD>
<DOCENT><DOC>Safety Zone, </DOC><PGS>22970</PGS><FRDOCBP>2019~10650</FRDOCBP>${alsoNamed
  .map((number) => `<FRDOCBP>${number}</FRDOCBP>`)
  .join('')}</DOCENT></CAT></AGCY></CNTNTS>`;

const entityListRule = (title: string): string => `<RULE><PREAMB><PRTPAGE P="22961"/>
<AGENCY TYPE="F">DEPARTMENT OF COMMERCE</AGENCY><SUBAGY>Bureau of Industry and Security</SUBAGY>
<CFR>15 CFR Parts 736 and 744</CFR><DEPDOC>[Docket No. 190513445~9445~01]</DEPDOC><RIN>RIN 0694~AH86</RIN>
<SUBJECT>${title}<SU>1</SU></SUBJECT>
<AGY><HD SOURCE="HED">AGENCY:</HD><P>Bureau of Industry and Security, Commerce.</P></AGY>
<ACT><HD SOURCE="HED">ACTION:</HD><P>Final rule.</P></ACT>
<SUM><HD SOURCE="HED">SUMMARY:</HD><P>In this rule, BIS amends the <E T="03">EAR</E> by adding Huawei to the Entity List.</P></SUM>
<EFFDATE><HD SOURCE="HED">DATES:</HD><P>This rule is effective May 16, 2019.</P></EFFDATE></PREAMB>
<SUPLINF><REGTEXT TITLE="15" PART="744"><AMDPAR>1. The authority citation for 15 CFR part 744 continues to read as follows:</AMDPAR></REGTEXT>
<REGTEXT TITLE="15" PART="744"><AMDPAR>2. Supplement No. 4 to part 744 is amended by adding, in alphabetical order, one Chinese entity.</AMDPAR>
<GPOTABLE COLS="5" CDEF="s50,r50"><TTITLE>Supplement No. 4 to Part 744</TTITLE>
<BOXHD><CHED H="1">Country</CHED><CHED H="1">Entity</CHED></BOXHD>
<ROW><ENT I="01">CHINA</ENT><ENT>Huawei Technologies Co., Ltd.</ENT></ROW><ROW><ENT I="22"/><ENT>* * * * *</ENT></ROW></GPOTABLE></REGTEXT></SUPLINF>
<FRDOC>[FR Doc. 2019~10616 Filed 5~16~19; 4:15 pm]</FRDOC><BILCOD>BILLING CODE 3510~33~P</BILCOD></RULE>`;

const safetyZone = `<RULE><PREAMB><AGENCY TYPE="S">DEPARTMENT OF HOMELAND SECURITY</AGENCY><SUBAGY>Coast Guard</SUBAGY>
<CFR>33 CFR Part 165</CFR><SUBJECT>Safety Zone; Biscayne Bay</SUBJECT></PREAMB><SUPLINF><P>Text.</P><PRTPAGE P="22971"/></SUPLINF>
<FRDOC>[FR Doc. 2019~10650 Filed 5~20~19; 8:45 am]</FRDOC></RULE>`;

const notice = (
  number: string,
  publicNotice: string,
): string => `<NOTICE><PREAMB><AGENCY TYPE="S">DEPARTMENT OF STATE</AGENCY>
<DEPDOC>[Public Notice: ${publicNotice}]</DEPDOC>
<SUBJECT>Bureau of Political-Military Affairs, Directorate of Defense Trade Controls: Notifications to the Congress of Proposed Commercial Export Licenses</SUBJECT>
<ACT><HD SOURCE="HED">ACTION:</HD><P>Notice.</P></ACT>
<DATES><PRTPAGE P="22993"/><HD SOURCE="HED">DATES:</HD><P>The dates are as shown on each of the 12 Letters.</P></DATES></PREAMB>
<FRDOC>[FR Doc. ${number} Filed 5~20~19; 8:45 am]</FRDOC></NOTICE>`;

const order = `<PRESDOCU><EXECORD><TITLE3>Title 3~</TITLE3><PRES>The President<PRTPAGE P="22689"/></PRES>
<EXECORDR>Executive Order 13873 of May 15, 2019</EXECORDR>
<HD SOURCE="HED">Securing the Information and Communications Technology and Services Supply Chain</HD><FP>By the authority vested in me</FP>
<FRDOC>[FR Doc. 2019~10538 </FRDOC><FILED>Filed 5~16~19; 11:15 am]</FILED></EXECORD></PRESDOCU>`;

/** The whole issue of one day. */
export function issue({
  dash = '-',
  alsoNamed = [],
  title = 'Addition of Entities to the Entity List',
}: IssueOptions = {}): string {
  const body = `<RULES>${entityListRule(title)}<PRTPAGE P="22970"/>${safetyZone}</RULES>
<NOTICES><PRTPAGE P="22990"/>${notice('2019~10700', '10772')}${notice('2019~10701', '10773')}</NOTICES><PRESDOCS>${order}</PRESDOCS>`;
  const head = '<VOL>84</VOL><NO>98</NO><DATE>Tuesday, May 21, 2019</DATE><UNITNAME>Contents</UNITNAME>';
  return `<?xml version="1.0" encoding="UTF-8"?>
<FEDREG xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${head}${contents(alsoNamed)}${body}</FEDREG>`.replaceAll(
    '~',
    dash,
  );
}
