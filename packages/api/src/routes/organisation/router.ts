import { router } from '../../trpc.ts';
import { addPerson } from './add-person.ts';
import { addQualification } from './add-qualification.ts';
import { addUnit } from './add-unit.ts';
import { assignRole } from './assign-role.ts';
import { colleagues } from './colleagues.ts';
import { disableAccount } from './disable-account.ts';
import { districts } from './districts.ts';
import { enableAccount } from './enable-account.ts';
import { correctQualification } from './correct-qualification.ts';
import { endQualification } from './end-qualification.ts';
import { endUnit } from './end-unit.ts';
import { endPost } from './end-post.ts';
import { enterInterest } from './enter-interest.ts';
import { enterprises } from './enterprises.ts';
import { givePost } from './give-post.ts';
import { joinPool } from './join-pool.ts';
import { leavePool } from './leave-pool.ts';
import { linkIdentity } from './link-identity.ts';
import { movePost } from './move-post.ts';
import { person } from './person.ts';
import { pool } from './pool.ts';
import { registerEnterprise } from './register-enterprise.ts';
import { renamePerson } from './rename-person.ts';
import { renameUnit } from './rename-unit.ts';
import { renewLetter } from './renew-letter.ts';
import { renewPassword } from './renew-password.ts';
import { succeedUnit } from './succeed-unit.ts';
import { tree } from './tree.ts';
import { unlinkIdentity } from './unlink-identity.ts';
import { unowned } from './unowned.ts';
import { withdrawInterest } from './withdraw-interest.ts';

/** Units, people, their posts and accounts, enterprises with those who act for them, and pools. */
export const organisationRoutes = router({
  tree,
  colleagues,
  unowned,
  person,
  addPerson,
  renamePerson,
  disableAccount,
  enableAccount,
  renewPassword,
  linkIdentity,
  unlinkIdentity,
  givePost,
  endPost,
  movePost,
  addUnit,
  renameUnit,
  succeedUnit,
  endUnit,
  assignRole,
  enterprises,
  registerEnterprise,
  renewLetter,
  districts,
  pool,
  joinPool,
  leavePool,
  addQualification,
  correctQualification,
  endQualification,
  enterInterest,
  withdrawInterest,
});
