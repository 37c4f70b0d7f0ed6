# One image for the four services, the one-shot commands and the standalone process: what a container runs is its settings.

FROM node:24-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings Node 24 itself; the package that pins it for developers is among those left out.
RUN npm ci --omit=dev && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json ./
COPY config ./config
COPY libs ./libs
COPY services ./services
USER node
EXPOSE 8080
# A small young generation suits a service that mostly waits.
ENTRYPOINT ["node", "--max-semi-space-size=4", "services/standalone/src/main.ts"]
CMD ["start"]
