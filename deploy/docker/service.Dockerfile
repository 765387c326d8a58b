# All services in one image; SERVICE (gateway, orders, …) says which one a container runs.
# BASE is any image with Node 20.19 or newer and npm.
ARG BASE=node:20-bookworm-slim
FROM ${BASE} AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --no-progress
COPY nest-cli.json tsconfig.json tsconfig.base.json ./
COPY apps apps
COPY libs libs
COPY deploy deploy
COPY bench bench
COPY clients clients
RUN npx nest build gateway && npm prune --omit=dev

FROM ${BASE}
WORKDIR /app
ENV NODE_ENV=production SERVICE=gateway PORT=8080 HOST=0.0.0.0
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/package.json package.json
COPY --from=build /app/dist dist
# Any user without rights will do; nothing is written to the image's file system.
USER 1000
EXPOSE 8080
# As under `npm start` (deploy/local/services.json). One thread marks garbage beside the service: V8 would take four, and
# on two cores neither the service nor its database would get anything done meanwhile.
CMD ["sh", "-c", "exec node --enable-source-maps --max-semi-space-size=32 --concurrent-marking-max-worker-num=1 dist/apps/$SERVICE/src/main.js"]
