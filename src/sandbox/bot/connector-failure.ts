/** A refusal in the Bot Connector's own form. https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-api-reference */
export class ConnectorFailure extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.name = 'ConnectorFailure';
    this.status = status;
    this.code = code;
  }

  answer(): Response {
    return Response.json({ error: { code: this.code, message: this.message } }, { status: this.status });
  }
}
