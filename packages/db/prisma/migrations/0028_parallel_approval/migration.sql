-- Parallel approval (并联审批): the reviewers of the review centres hold posts of their own.

ALTER TABLE "post" DROP CONSTRAINT "post_role_known";
ALTER TABLE "post" ADD CONSTRAINT "post_role_known"
  CHECK ("role" IN ('APP', 'WIN', 'OFF', 'SEC', 'REV', 'DISP', 'INS', 'LEG', 'CRD', 'DL', 'HEAD', 'BMO', 'TECH', 'RLO', 'DLO', 'ILO', 'DIST', 'SUP', 'ADM', 'AUD'));
