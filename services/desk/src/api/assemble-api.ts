import type { DeskPorts } from '../ports.ts';
import { alertsApi } from './alerts-api.ts';
import { serveDescription } from './api-description.ts';
import { attestationsApi } from './attestations-api.ts';
import { auditApi } from './audit-api.ts';
import { requireMediaType } from './body-rules.ts';
import { changesApi } from './changes-api.ts';
import { deliveriesApi } from './deliveries-api.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';
import { developmentsApi } from './developments-api.ts';
import { digestsApi } from './digests-api.ts';
import { endpointsApi } from './endpoints-api.ts';
import { keysApi } from './keys-api.ts';
import { previewApi } from './preview-api.ts';
import { reviewsApi } from './reviews-api.ts';
import { searchApi } from './search-api.ts';
import { sourcesApi } from './sources-api.ts';
import { subscriptionDigestsApi } from './subscription-digests-api.ts';
import { subscriptionFeedsApi } from './subscription-feeds-api.ts';
import { subscriptionTransferApi } from './subscription-transfer-api.ts';
import { subscriptionsApi } from './subscriptions-api.ts';
import { whyApi } from './why-api.ts';

/** Everything under `/api/v1`. Fixed names (`/subscriptions/export`) stand before `/subscriptions/{id}`. */
export function deskApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.use(requireMediaType);
  for (const part of [
    changesApi,
    searchApi,
    whyApi,
    developmentsApi,
    reviewsApi,
    alertsApi,
    auditApi,
    attestationsApi,
    subscriptionTransferApi,
    previewApi,
    endpointsApi,
    subscriptionsApi,
    subscriptionDigestsApi,
    subscriptionFeedsApi,
    deliveriesApi,
    digestsApi,
    sourcesApi,
    keysApi,
  ]) {
    api.route('/', part(ports));
  }
  serveDescription(api, ports.settings.publicUrl);
  return api;
}
