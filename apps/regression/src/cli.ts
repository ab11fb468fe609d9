#!/usr/bin/env node
import { launch } from "@rushlight/command-line/launch";

launch(() => import("./main.ts"));
