# One Kafka node (KRaft). Takes the configuration mounted at /mnt/shared/config/server.properties, as Apache's image does.
# Context: the checkout, after Maven fetched the jars; SERVERS is their folder below it.
ARG BASE=debian:bookworm-slim
FROM ${BASE}
ARG SERVERS
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-17-jre-headless \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --uid 1000 --home-dir /opt/kafka kafka \
 && mkdir -p /var/lib/kafka/data /mnt/shared/config \
 && chown -R kafka /var/lib/kafka
COPY ${SERVERS}/kafka /opt/kafka/libs
COPY deploy/local/servers/kafka-log4j2.properties /opt/kafka/log4j2.properties
COPY deploy/docker/kafka-entrypoint.sh /opt/kafka/entrypoint.sh
USER kafka
EXPOSE 9092
CMD ["sh", "/opt/kafka/entrypoint.sh"]
