# The first release
CREATE TABLE agent (id INT AUTO_INCREMENT, login VARCHAR(50) NOT NULL, PRIMARY KEY (id), CONSTRAINT agent_login UNIQUE (login)) ENGINE = InnoDB CHARACTER SET = utf8mb4;
CREATE TABLE ticket (
    id BIGINT AUTO_INCREMENT PRIMARY KEY,
    subject VARCHAR(50) NOT NULL,
    body LONGTEXT,
    agent_id INT,
    priority INT DEFAULT 3,
    opened TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    INDEX ticket_agent (agent_id)
);
INSERT INTO agent (login) VALUES ('admin');
