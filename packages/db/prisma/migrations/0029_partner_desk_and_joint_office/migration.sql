-- Cross-province cooperation (跨省协作): the desk that answers the other bureau, and the own side of the joint office, hold posts of their own.

ALTER TABLE "post" DROP CONSTRAINT "post_role_known";
ALTER TABLE "post" ADD CONSTRAINT "post_role_known"
  CHECK ("role" IN ('APP', 'WIN', 'OFF', 'SEC', 'REV', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'HEAD', 'BMO', 'TECH', 'RLO', 'DLO', 'ILO', 'PSC', 'JO', 'DIST', 'SUP', 'ADM', 'AUD'));
