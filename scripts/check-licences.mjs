// Tells whether every package that users get has a permissive licence, and no tool a forbidding one. Needs no network.
import { installedPackages, shippedPackages } from './lib/installed.mjs';
import { licenceProblems } from './lib/licences.mjs';
import { tell } from './lib/tell.mjs';

const shipped = shippedPackages();
const installed = installedPackages();
tell(licenceProblems(installed, shipped), `${shipped.size} of ${installed.length} packages are handed on`);
