import { writeFileSync } from 'node:fs';
import { ASYNCAPI_FILE, asyncApiText } from './asyncapi-file.ts';

writeFileSync(ASYNCAPI_FILE, await asyncApiText());
