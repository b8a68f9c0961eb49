// What the demo and the tests need beside the compiler's work: packages joined, and a browser.
import { bundlePackages } from './bundle.mjs';
import { findBrowser } from './lib/browser.mjs';

await bundlePackages();
if (!process.argv.includes('--no-browser')) await findBrowser();
