# Debian's MariaDB (10.11 in bookworm). MARIADB_ROOT_PASSWORD sets root's password, as with MariaDB's own image.
ARG BASE=debian:bookworm-slim
FROM ${BASE}
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends mariadb-server \
 && rm -rf /var/lib/apt/lists/* /var/lib/mysql \
 && mkdir -p /var/lib/mysql /run/mysqld \
 && chown mysql:mysql /var/lib/mysql /run/mysqld
COPY deploy/docker/mariadb-entrypoint.sh /usr/local/bin/mariadb-entrypoint.sh
USER mysql
EXPOSE 3306
ENTRYPOINT ["sh", "/usr/local/bin/mariadb-entrypoint.sh"]
CMD ["mariadbd"]
