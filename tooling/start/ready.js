// Installs what everything else needs, and does nothing when that is there.
import { ready } from "./src/ready.js";

ready();
